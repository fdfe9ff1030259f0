import { hostname } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { envFile, runCommand } from '../../local-aws/runtime/docker-command.ts';
import { orphans } from '../../local-aws/runtime/docker-leftovers.ts';
import type { InstanceSpec } from '../../local-aws/runtime/runtime.ts';
import { shellWords } from '../../local-aws/runtime/shell-words.ts';

const spec: InstanceSpec = {
  serviceName: 'hello',
  imageIdentifier: 'hello:1',
  image: {
    reference: '127.0.0.1:5000/hello@sha256:0',
    digest: 'sha256:0',
    username: '',
    password: '',
  },
  port: 3000,
  environment: { TOKEN: 'hush', KEY: 'one\ntwo' },
  startCommand: 'node server.js --name "a b"',
  cpuUnits: 256,
  memoryMb: 512,
};
const place = { name: 'n', hostPort: 4000, envFile: '/e', idFile: '/i', label: 'l=1' };

describe('the docker run of an instance', () => {
  it('names limits, port and image, and the start command word by word', () => {
    expect(runCommand(spec, place)).toEqual([
      'run',
      '--rm',
      '--pull=never',
      '--name=n',
      '--cidfile=/i',
      '--label=l=1',
      '--publish=127.0.0.1:4000:3000',
      '--cpus=0.25',
      '--memory=512m',
      '--env-file=/e',
      '--env=KEY',
      '127.0.0.1:5000/hello@sha256:0',
      'node',
      'server.js',
      '--name',
      'a b',
    ]);
  });

  it('puts values of one line into the env file and no value into the arguments', () => {
    expect(envFile(spec.environment)).toBe('TOKEN=hush\n');
    expect(runCommand(spec, place).join(' ')).not.toMatch(/hush|one|two/);
  });
});

describe('a start command', () => {
  it.each([
    ['node server.js', ['node', 'server.js']],
    ['  a   b  ', ['a', 'b']],
    [`sh -c 'exec a "b" $c'`, ['sh', '-c', 'exec a "b" $c']],
    [`a "b \\"c\\" d" e\\ f`, ['a', 'b "c" d', 'e f']],
    [`a '' ""`, ['a', '', '']],
    [`a'b'"c"d`, ['abcd']],
  ])('%s is split as by a shell', (command, words) => {
    expect(shellWords(command)).toEqual(words);
  });

  it('with an open quote is refused', () => {
    expect(() => shellWords('a "b')).toThrow('the start command has an open "');
  });
});

it('takes only containers of dead processes of this host for left behind', () => {
  const listing = [`a ${hostname()}/10`, `b ${hostname()}/20`, 'c elsewhere/10', 'd ', ''].join(
    '\n',
  );
  expect(orphans(listing, (pid) => pid === 20)).toEqual(['a']);
});
