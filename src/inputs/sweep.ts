import type { CommonInputs } from './common.ts';
import { readToken } from './conversation.ts';
import type { DomainTemplate } from './domain.ts';
import type { InputReader } from './reader.ts';
import { readDeleteLogs } from './teardown.ts';

/** Previews go whose pull request is closed or gone. */
export interface SweepInputs extends Omit<CommonInputs, 'service'> {
  readonly command: 'sweep';
  /** Only previews of this service; undefined means all of the repository. */
  readonly of?: string;
  /** The repository on GitHub, OWNER/NAME. */
  readonly repository: string;
  readonly token: string;
  /** Those that were not changed for longer than this go too. */
  readonly maxAgeDays?: number;
  readonly deleteLogs: boolean;
  /** The custom domains that go with the previews. */
  readonly domain?: DomainTemplate;
}

/**
 * Reads what is to be swept.
 *
 * @param repository as the runner names it, OWNER/NAME
 */
export function readSweep(
  reader: InputReader,
  { service: of, ...common }: CommonInputs,
  repository = '',
): SweepInputs {
  const maxAgeDays = reader.integer('max-age-days', 1, 3_650, 14);
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository)) {
    reader.problem(
      `Input 'command' is 'sweep', which deletes previews of one repository, and GITHUB_REPOSITORY, which names it, is '${repository}'. GitHub's runner sets it; outside of one, set it to OWNER/NAME.`,
    );
  }
  return {
    ...common,
    command: 'sweep',
    ...(of && { of }),
    repository,
    token: readToken(reader),
    ...(maxAgeDays !== undefined && { maxAgeDays }),
    deleteLogs: readDeleteLogs(reader),
  };
}
