import { type Section, sectionLines } from '../report/sections.ts';
import type { Job } from './job.ts';

/** Shows a section in the log now, and in the job summary later. */
export function tellSection({ progress, runner }: Job, section: Section): void {
  const lines = sectionLines(section);
  progress.sections = [...progress.sections, section];
  if (lines.length === 0) return;
  runner.info('');
  runner.info(`${section.heading}:`);
  for (const line of lines) runner.info(`  ${line}`);
}
