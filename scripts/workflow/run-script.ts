import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How a step that is a script ended. */
export interface ScriptResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a script as the runner does where no shell is named: `bash -e`. */
export async function runScript(
  script: string,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<ScriptResult> {
  const child = spawn('bash', ['-e', '-c', script], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const [output, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return { code, output: output + complaints };
}
