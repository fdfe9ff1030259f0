import { cleanUp } from './commands/clean-up.ts';
import { loadRunner } from './github/runner.ts';
import { abortedLater, listenForCancel } from './github/signals.ts';
import { commandProcess } from './image/command-process.ts';

/** A docker that hangs must not keep the login from being removed after it. */
const DOCKER_MS = 60_000;

/** What is left of it once the runner wants to end this step too. */
const HURRIED_MS = 4_000;

const limit = AbortSignal.any([
  AbortSignal.timeout(DOCKER_MS),
  abortedLater(listenForCancel(process), HURRIED_MS),
]);
process.exitCode = await cleanUp({
  env: process.env,
  docker: commandProcess('docker', process.env, process.stdout, limit),
  runner: () => loadRunner(process.env),
});
