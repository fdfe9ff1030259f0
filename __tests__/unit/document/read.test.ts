import { execFileSync } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LARGEST, readServiceConfig } from '../../../src/document/read.ts';
import { ActionError } from '../../../src/errors.ts';
import { temporaryDirectory, writeTree } from '../../support/unit-temporary-directory.ts';
import { problemsOf } from './problems.ts';

const DOCUMENT = { InstanceConfiguration: { Cpu: '1 vCPU', Memory: '2 GB' } };
const JSON_TEXT = JSON.stringify(DOCUMENT);
const YAML_TEXT = 'InstanceConfiguration:\n  Cpu: 1 vCPU\n  Memory: 2 GB\n';

async function workspaceWith(files: Readonly<Record<string, string>>): Promise<string> {
  const workspace = await temporaryDirectory();
  await writeTree(workspace, files);
  return workspace;
}

/** The error that reading a document ends with. */
async function errorOf(path: string, workspace: string): Promise<ActionError> {
  try {
    await readServiceConfig(path, workspace);
  } catch (error) {
    if (error instanceof ActionError) return error;
    throw error;
  }
  throw new Error(`${path} was read`);
}

describe('a document', () => {
  it.each([
    ['JSON', 'service.json', JSON_TEXT],
    ['YAML', 'deploy/service.yaml', YAML_TEXT],
    ['YAML with the short ending', 'service.yml', YAML_TEXT],
    ['JSON in a YAML file', 'service.yaml', JSON_TEXT],
    ['JSON with an ending in capitals', 'SERVICE.JSON', JSON_TEXT],
    ['JSON with a byte order mark', 'service.json', `\ufeff${JSON_TEXT}`],
    ['YAML with a byte order mark', 'service.yaml', `\ufeff${YAML_TEXT}`],
  ])('is read: %s', async (_, path, text) => {
    const workspace = await workspaceWith({ [path]: text });
    expect(await readServiceConfig(path, workspace)).toEqual(DOCUMENT);
  });

  it('may lie outside the workspace', async () => {
    const directory = await workspaceWith({ 'service.json': JSON_TEXT, 'checkout/a': '' });
    const workspace = join(directory, 'checkout');
    expect(await readServiceConfig('../service.json', workspace)).toEqual(DOCUMENT);
    expect(await readServiceConfig(join(directory, 'service.json'), workspace)).toEqual(DOCUMENT);
  });

  it('that is wrong is refused with its path in each problem', async () => {
    const workspace = await workspaceWith({
      'a.yaml': 'InstanceConfiguration: {Cpu: 1}\nCpu: 1\n',
    });
    expect(await problemsOf(() => readServiceConfig('a.yaml', workspace))).toEqual([
      "Input 'service-config', a.yaml: InstanceConfiguration.Cpu is a number; allowed: text. Write it in quotes.",
      "Input 'service-config', a.yaml: Cpu is no member that CreateService knows. The model has it as InstanceConfiguration.Cpu.",
    ]);
  });

  it.each([
    [
      'JSON',
      'a.json',
      '{\n"A": hunter2}',
      'Line 2, column 6 is not JSON: a value is expected there.',
    ],
    [
      'YAML',
      'a.yaml',
      'A: 1\nB: [hunter2',
      'Line 2 is not YAML: the indentation does not fit, or a bracket is not closed.',
    ],
    [
      'an empty JSON file',
      'a.json',
      '',
      'Line 1, column 1 is not JSON: a value is expected there.',
    ],
    [
      'an empty YAML file',
      'a.yml',
      '',
      'The document holds nothing. Example: InstanceConfiguration: {Cpu: 1 vCPU}',
    ],
  ])('that can not be parsed is refused with its path: %s', async (_, path, text, problem) => {
    const workspace = await workspaceWith({ [path]: text });
    const error = await errorOf(path, workspace);
    expect(error.message).toBe(`Input 'service-config', ${path}: ${problem}`);
    // The parser's own error quotes the text, and a cause goes to the debug log.
    expect(error.cause).toBeUndefined();
  });
});

describe('a file that can not be read', () => {
  it('is named when it is not there, with the place that was looked at', async () => {
    const workspace = await temporaryDirectory();
    const error = await errorOf('deploy/service.json', workspace);
    expect(error.message).toBe(
      `Input 'service-config' is 'deploy/service.json', and there is no file ${workspace}/deploy/service.json. A path is relative to the workspace (GITHUB_WORKSPACE); does actions/checkout run before this step?`,
    );
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  it('is named when a part of its path is a file', async () => {
    const workspace = await workspaceWith({ deploy: '' });
    const error = await errorOf('deploy/service.json', workspace);
    expect(error.message).toContain(`and there is no file ${workspace}/deploy/service.json.`);
  });

  it('is named when it is a directory', async () => {
    const workspace = await temporaryDirectory();
    await mkdir(join(workspace, 'service.json'));
    expect((await errorOf('service.json', workspace)).message).toBe(
      "Input 'service-config' is 'service.json', which is a directory. Name a file.",
    );
  });

  it('is named when it is a pipe that nobody writes to', async () => {
    const workspace = await temporaryDirectory();
    execFileSync('mkfifo', [join(workspace, 'service.json')]);
    expect((await errorOf('service.json', workspace)).message).toBe(
      "Input 'service-config' is 'service.json', which is no regular file.",
    );
  });

  it('is named when it is too large, and may be as large as the limit', async () => {
    const workspace = await workspaceWith({ 'service.json': JSON_TEXT.padEnd(LARGEST) });
    expect(await readServiceConfig('service.json', workspace)).toEqual(DOCUMENT);
    await truncate(join(workspace, 'service.json'), LARGEST + 1);
    expect((await errorOf('service.json', workspace)).message).toBe(
      "Input 'service-config' is 'service.json', a file of 1048577 bytes; at most 1048576 are read. Is it the right file?",
    );
  });

  it("is named when it is UTF-16, as PowerShell's redirection writes it", async () => {
    const workspace = await temporaryDirectory();
    const text = Buffer.from(`\ufeff${JSON_TEXT}`, 'utf16le');
    await writeFile(join(workspace, 'service.json'), text);
    expect((await errorOf('service.json', workspace)).message).toBe(
      "Input 'service-config' is 'service.json', which is not UTF-8 text (PowerShell's '>' writes UTF-16). Save it as UTF-8.",
    );
  });

  it('is named when its path is impossible', async () => {
    const error = await errorOf(`${'a'.repeat(300)}.json`, await temporaryDirectory());
    expect(error.message).toMatch(/can't be read \(ENAMETOOLONG\)\.$/);
  });

  it('is named when its ending tells no format', async () => {
    const workspace = await workspaceWith({ 'service.txt': JSON_TEXT });
    expect((await errorOf('service.txt', workspace)).message).toBe(
      "Input 'service-config' is 'service.txt'; allowed: a path that ends with .json, .yaml or .yml.",
    );
  });
});
