import type { Runner } from '../ports.ts';

/** Loads @actions/core and gives it as the runner port. */
export async function loadRunner(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Runner> {
  const core = await import('@actions/core');
  return {
    info: core.info,
    warning: (message) => core.warning(message),
    error: (message, title) => core.error(message, { title }),
    debug: core.debug,
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    mask: (secret) => {
      // The runner matches line by line, so each line of a secret is masked too.
      for (const line of new Set([secret, ...secret.split(/\r?\n/)])) {
        if (line.trim() !== '') core.setSecret(line);
      }
    },
    setOutput: core.setOutput,
    saveState: core.saveState,
    summary: async (markdown) => {
      // Without a summary file, as outside a workflow, there is nothing to write to.
      if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(markdown, true).write();
    },
  };
}
