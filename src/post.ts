import { cleanUp } from './commands/clean-up.ts';
import { loadRunner } from './github/runner.ts';
import { dockerProcess } from './image/docker-process.ts';

process.exitCode = await cleanUp({
  env: process.env,
  docker: dockerProcess(process.env, process.stdout),
  runner: () => loadRunner(process.env),
});
