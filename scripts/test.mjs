/**
 * `npm test [-- --fast]`: makes the machine ready, then runs every test with Node 24. With --fast
 * only the tests that need no Docker. This file runs on the Node that is there, before anything
 * is installed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findAct } from './machine/act.mjs';
import { ensureAwsCli } from './machine/aws-cli.mjs';
import { PROJECT } from './machine/dependencies.mjs';
import { preparedEnvironment } from './machine/launch.mjs';
import { prepare } from './machine/prepare.mjs';
import { MachineError, say } from './machine/say.mjs';
import { findTerraform } from './machine/terraform.mjs';

const JEST = join(PROJECT, 'node_modules/jest/bin/jest.js');
const WITHOUT_DOCKER = ['unit', 'local-aws', 'scenario', 'random'];

/**
 * Runs jest over some projects and gives its counts.
 * @param {string} node @param {string[]} projects @param {NodeJS.ProcessEnv} env @param {string[]} more
 * @returns {Promise<{ code: number, passed: number, failed: number }>}
 */
function runJest(node, projects, env, more) {
  const directory = mkdtempSync(join(tmpdir(), 'test-results-'));
  const results = join(directory, 'results.json');
  const args = [
    '--no-warnings',
    '--experimental-vm-modules',
    JEST,
    '--selectProjects',
    ...projects,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...args, '--json', '--outputFile', results, ...more], {
      cwd: PROJECT,
      // jest's JSON goes to the file; its report for people is on standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...env,
        PATH: [dirname(node), env.PATH ?? process.env.PATH].join(delimiter),
      },
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const { numPassedTests = 0, numFailedTests = 0 } = read(results);
      rmSync(directory, { recursive: true, force: true });
      resolve({ code: code ?? 1, passed: numPassedTests, failed: numFailedTests });
    });
  });
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {}; // jest wrote nothing, and its exit code says so.
  }
}

/** About half of the tests with Docker, by time: those that other programs run, and whole workflows. */
const BESIDE = [
  'docker/act-',
  'docker/aws-cli',
  'terraform.test',
  'docker/preview',
  'docker/push-to-deploy',
  'docker/policy',
  'docker/rollback',
];

/**
 * The tests with Docker in two rows, one file after the other in each: they share the engine, and
 * wait most of the time.
 * @param {import('./machine/prepare.mjs').Prepared} machine
 */
async function runDockerTests(machine) {
  const [terraform, act, awsCli] = await Promise.all([findTerraform(), findAct(), ensureAwsCli()]);
  if (!terraform) {
    say(
      'Left out: the test with Terraform, because this machine has no Terraform with its AWS provider. Get it from https://developer.hashicorp.com/terraform/install',
    );
  }
  if (!act) {
    say(
      'Left out: the workflows under act, because this machine has no Go to build it with. Get it from https://go.dev/dl/',
    );
  }
  const env = { ...preparedEnvironment(machine), ...terraform, ...act, ...awsCli };
  const without = [...(terraform ? [] : ['terraform.test']), ...(act ? [] : ['docker/act-'])];
  /** @param {string} option @param {string[]} patterns */
  const each = (option, patterns) => patterns.flatMap((pattern) => [option, pattern]);
  return Promise.all([
    runJest(machine.node, ['docker'], env, [
      '--runInBand',
      ...each('--testPathIgnorePatterns', BESIDE),
    ]),
    runJest(machine.node, ['docker'], env, [
      '--runInBand',
      ...each('--testPathPatterns', BESIDE),
      ...each('--testPathIgnorePatterns', without),
    ]),
  ]);
}

const fast = process.argv.includes('--fast');
try {
  const machine = await prepare(fast ? {} : { docker: true, buildkit: true, baseImage: true });
  const runs = [
    await runJest(machine.node, WITHOUT_DOCKER, {}, ['--maxWorkers=3', '--maxConcurrency=12']),
    ...(fast ? [] : await runDockerTests(machine)),
  ];
  await machine.stop();
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  console.log(`tests: ${passed} passed, ${failed} failed`);
  process.exitCode = runs.every((run) => run.code === 0 && run.passed > 0) ? 0 : 1;
} catch (error) {
  if (!(error instanceof MachineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
