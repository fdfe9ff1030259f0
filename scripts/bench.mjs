/**
 * `npm run bench [-- --write]`: makes the machine ready, then measures the packed action with
 * Node 24. This file runs on the Node that is there, before anything is installed.
 */
import { spawn } from 'node:child_process';
import { PROJECT } from './machine/dependencies.mjs';
import { prepare } from './machine/prepare.mjs';
import { MachineError } from './machine/say.mjs';

try {
  const machine = await prepare({ docker: true });
  const child = spawn(machine.node, ['bench/main.ts', ...process.argv.slice(2)], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...machine.env,
      APPRUNNER_DEPLOY_REGISTRY: JSON.stringify(machine.registry),
    },
  });
  // Ctrl-C reaches the child too; it stops its registry and this waits for it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', async (code) => {
    await machine.stop();
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof MachineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
