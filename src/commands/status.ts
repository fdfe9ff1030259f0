import type { StatusInputs } from '../inputs/inputs.ts';
import type { Ports } from '../ports.ts';
import type { Section } from '../report/sections.ts';
import type { Result } from '../result.ts';
import { isPrivate } from '../service/states.ts';
import { withinDeadline } from './deadline.ts';
import { healthOf } from './health.ts';
import { type Job, learnService, phase } from './job.ts';
import { openJob } from './open-job.ts';
import type { Progress } from './progress.ts';
import { existing } from './read-service.ts';
import { readStatus } from './status-read.ts';
import { domainRows, operationRows, operationsOutput, serviceRows } from './status-rows.ts';
import { tellSection } from './tell-section.ts';

/**
 * Tells what a service is and how it does: image, operations, domains, and what its URL answers.
 * Reads only; what may not be read is a note.
 *
 * @throws ActionError when there is no such service
 */
export async function status(
  inputs: StatusInputs,
  ports: Ports,
  progress: Progress,
): Promise<Result> {
  progress.learn({ serviceName: inputs.service });
  const { job, checked: service } = await openJob(
    inputs,
    ports,
    progress,
    (aws) => existing(aws, inputs.service),
    (opened, found) => {
      learnService(opened, found);
      return found;
    },
  );
  return withinDeadline(job, () =>
    phase(job, 'Status', async () => {
      const read = await readStatus(job, service);
      const health = await healthOf(job, service, read.url);
      const now = ports.clock.now();
      const [newest] = read.operations;
      progress.learn({
        serviceUrl: read.url ?? (isPrivate(service) ? '' : undefined),
        image: read.image,
        imageDigest: read.digest?.value,
        commit: read.commit,
        operationId: newest?.Id,
        operationStatus: newest?.Status,
        health: health.short,
        operations: operationsOutput(read.operations),
        domainStatus: domainState(read.domains.map(({ Status = '' }) => Status.toLowerCase())),
      });
      const sections: Section[] = [
        table('Service', ['', ''], serviceRows(service, read, health)),
        table(
          'Last operations',
          ['Operation', 'Type', 'Outcome', 'Took', 'Begun'],
          operationRows(read.operations, now),
        ),
        table('Domains', ['Domain', 'State', 'Certificate records'], domainRows(read.domains)),
        { kind: 'notes', heading: 'Notes', notes: read.notes },
      ];
      for (const section of sections) tell(job, section);
      return 'unchanged' as const;
    }),
  );
}

function table(
  heading: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Section {
  return { kind: 'table', heading, header, rows };
}

function tell(job: Job, section: Section): void {
  if (section.kind !== 'table' || section.rows.length > 0) tellSection(job, section);
}

/** The state of all domains, or of the first that is not ready; undefined where there are none. */
function domainState(states: readonly string[]): string | undefined {
  return states.find((state) => state !== 'active') ?? states[0];
}
