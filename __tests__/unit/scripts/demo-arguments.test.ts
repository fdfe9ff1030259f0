import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exposedPort, readArguments, serviceName } from '../../../scripts/demo/arguments.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-'));
  await mkdir(join(directory, 'My App'));
  await writeFile(join(directory, 'My App', 'Dockerfile'), 'FROM x\nEXPOSE 80\nEXPOSE 3000/tcp\n');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const read = (...args: string[]) =>
  readArguments(args, directory, join(directory, 'My App'), 'base');

describe("the demo's arguments", () => {
  it('are the example app in two versions when none are given', async () => {
    const demo = await read();
    expect(demo).toMatchObject({ name: 'my-app', port: '3000', keep: false, pullRequest: false });
    expect(demo.versions).toEqual([
      { 'build-args': 'BASE_IMAGE=base\nVERSION=1' },
      { 'build-args': 'BASE_IMAGE=base\nVERSION=2' },
    ]);
  });

  it('may name a directory of the user, whose second version has another variable', async () => {
    const demo = await read('My App', '--keep', '--port', '9000');
    expect(demo).toMatchObject({ directory: join(directory, 'My App'), port: '9000', keep: true });
    expect(demo.versions.map((inputs) => Object.keys(inputs))).toEqual([
      ['environment-variables'],
      ['environment-variables'],
    ]);
  });

  it('may ask for a pull request, of the example app or of a directory', async () => {
    expect(await read('--pull-request')).toMatchObject({ name: 'my-app', pullRequest: true });
    const demo = await read('--pull-request', 'My App', '--keep');
    expect(demo).toMatchObject({ pullRequest: true, keep: true });
    expect(demo.versions[1]).toEqual({ 'environment-variables': 'DEMO_VERSION=2' });
  });

  it('are refused when one is not known', async () => {
    await expect(read('--pull-requests')).rejects.toThrow("Unknown option '--pull-requests'");
  });

  it('are refused when the directory has no Dockerfile', async () => {
    await expect(read('absent')).rejects.toThrow('There is no Dockerfile in');
  });
});

it.each([
  ['EXPOSE 3000', '3000'],
  ['FROM a\nEXPOSE 80\nFROM b\n  expose 8081/tcp', '8081'],
  ['FROM a', '8080'],
])('the port of %j is %s', (dockerfile, port) => {
  expect(exposedPort(dockerfile)).toBe(port);
});

it.each([
  ['hello', 'hello'],
  ['My App!', 'my-app'],
  ['app', 'demo-app'],
  ['...', 'demo-app'],
  ['x'.repeat(60), 'x'.repeat(35)],
])('%j gives the service name %s', (name, service) => {
  expect(serviceName(name)).toBe(service);
});
