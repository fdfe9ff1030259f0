import type { Service } from '@aws-sdk/client-apprunner';
import { cleaner } from '../diagnosis/clean-text.ts';
import {
  type Latest,
  type LatestLine,
  latestApplication,
  latestEvents,
} from '../diagnosis/latest-lines.ts';
import { type LogGroups, logGroupsOf } from '../diagnosis/log-groups.ts';
import { deniedNote } from '../diagnosis/notes.ts';
import { LogReader } from '../diagnosis/reader.ts';
import { ActionError } from '../errors.ts';
import type { LogsInputs } from '../inputs/inputs.ts';
import { sinceTime } from '../inputs/since.ts';
import type { Ports } from '../ports.ts';
import type { Section } from '../report/sections.ts';
import type { Result } from '../result.ts';
import { withinDeadline } from './deadline.ts';
import { type Job, learnService, phase } from './job.ts';
import { openJob } from './open-job.ts';
import type { Progress } from './progress.ts';
import { existing } from './read-service.ts';
import { tellSection } from './tell-section.ts';
import { agoText } from './time-texts.ts';

/**
 * Shows what App Runner and the application wrote last.
 *
 * @throws ActionError when there is no such service, and when its logs may not be read
 */
export async function showLogs(
  inputs: LogsInputs,
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
      // The values of its variables are hidden from here on.
      learnService(opened, found);
      return found;
    },
  );
  await withinDeadline(job, () => phase(job, 'Logs', () => readAndTell(job, service)));
  return 'unchanged';
}

async function readAndTell(job: Job<LogsInputs>, service: Service): Promise<void> {
  const { inputs, aws, ports } = job;
  const groups = logGroupsOf({ serviceArn: service.ServiceArn });
  if (!groups) throw new ActionError(`The ARN ${service.ServiceArn} names no service's logs.`);
  const now = ports.clock.now();
  const wanted = { since: sinceTime(inputs.since, now), lines: inputs.logLines };
  const reader = new LogReader(await aws.logs());
  const builds = service.SourceConfiguration?.CodeRepository !== undefined;
  const [events, application] = await Promise.all([
    latestEvents(reader, groups, wanted, builds),
    latestApplication(reader, groups, wanted),
  ]);
  refuseUnread(reader, groups, service, [events, application]);
  const notes = [
    deniedNote(reader, service.ServiceArn ?? '', groups.service),
    ...[
      { latest: events, group: groups.service },
      { latest: application, group: groups.application },
    ].map(({ latest, group }) => emptyNote(reader, group, latest, wanted.since, now)),
  ].filter((note) => note !== '');
  tellSection(job, section(job, "App Runner's events", events.lines));
  tellSection(job, section(job, "The application's log", application.lines));
  tellSection(job, { kind: 'notes', heading: 'Notes', notes });
}

/** Lines with their times, and with the instance where there are several. */
function section(
  { progress, inputs }: Job,
  heading: string,
  lines: readonly LatestLine[],
): Section {
  const clean = cleaner(progress.hidden);
  const several = new Set(lines.map(({ stream }) => stream)).size > 1;
  const shown = lines.flatMap(({ time, message, stream }) =>
    clean(message).map((line) => {
      const from = several ? `${shortName(stream)}  ` : '';
      return `${new Date(time).toISOString()}  ${from}${line}`;
    }),
  );
  return { kind: 'lines', heading, lines: shown.slice(-inputs.logLines) };
}

/** `instance/0123456789abcdef` as 01234567. */
function shortName(stream: string): string {
  return stream.slice(stream.lastIndexOf('/') + 1).slice(0, 8);
}

/** A command that is to show lines has failed where none may be read. */
function refuseUnread(
  reader: LogReader,
  groups: LogGroups,
  { ServiceArn = '' }: Service,
  all: readonly Latest[],
): void {
  if (!reader.mayRead) throw new ActionError(deniedNote(reader, ServiceArn, groups.service));
  if (all.some(({ newest }) => newest !== undefined)) return;
  const faults = [groups.service, groups.application].flatMap((group) => reader.fault(group) ?? []);
  if (faults.length > 0) {
    throw new ActionError(`The logs could not be read: ${[...new Set(faults)].join(' ')}`);
  }
}

function emptyNote(
  reader: LogReader,
  group: string,
  { lines, newest }: Latest,
  since: number,
  now: number,
): string {
  if (lines.length > 0) return '';
  const fault = reader.fault(group);
  if (fault) return `${group} could not be read: ${fault}`;
  if (newest !== undefined) {
    const when = new Date(newest).toISOString();
    return `${group} has no line since ${new Date(since).toISOString()}; its newest is of ${when}, ${agoText(now - newest)}. Set since: ${when} to see it.`;
  }
  if (reader.isAbsent(group)) {
    return `There is no log group ${group}: no container of the service has written a line.`;
  }
  return reader.denied.length > 0 ? '' : `${group} has no line.`;
}
