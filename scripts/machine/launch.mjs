import { spawn } from 'node:child_process';
import { PROJECT } from './dependencies.mjs';
import { prepare } from './prepare.mjs';
import { MachineError } from './say.mjs';

/**
 * The environment in which programs of this project find what `prepare` made ready.
 * @param {import('./prepare.mjs').Prepared} machine
 */
export function preparedEnvironment({ env, registry, baseImage, buildkit }) {
  return {
    ...env,
    ...(registry && { APPRUNNER_DEPLOY_REGISTRY: JSON.stringify(registry) }),
    ...(baseImage && { APPRUNNER_DEPLOY_BASE_IMAGE: baseImage }),
    ...(buildkit && { APPRUNNER_DEPLOY_BUILDKIT: JSON.stringify(buildkit.createArguments) }),
  };
}

/**
 * Makes the machine ready and runs one of the project's TypeScript programs with Node 24, its exit code
 * becoming this process's own. A machine that can't be made ready ends in a sentence.
 * @param {string} program path from the project's root
 * @param {string[]} args
 * @param {import('./prepare.mjs').Wanted} wanted
 */
export async function launch(program, args, wanted) {
  try {
    const machine = await prepare(wanted);
    const child = spawn(machine.node, [program, ...args], {
      cwd: PROJECT,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...preparedEnvironment(machine),
        // npm moves to the project's root; what a user names is relative to where they are.
        APPRUNNER_DEPLOY_FROM: process.env.INIT_CWD ?? process.cwd(),
      },
    });
    // Ctrl-C reaches the child too; it stops what it started, and this waits for it.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    await machine.stop();
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
