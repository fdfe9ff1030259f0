import type { Clock, Logs } from '../ports.ts';
import { APPLICATION_LOG, type Asked } from './asked.ts';
import { buildFailed } from './build-causes.ts';
import { type Clean, cut, plainLines } from './clean-text.ts';
import type { Diagnosis } from './diagnosis.ts';
import { explain } from './known-causes.ts';
import { addressesIn } from './listening.ts';
import { notesOn } from './notes.ts';
import { type Lines, readLines } from './read-lines.ts';
import { LogReader } from './reader.ts';

/** What looking into a failure needs and whom it tells. */
export interface Looking {
  readonly logs: Logs;
  readonly clock: Clock;
  readonly clean: Clean;
  /** Told after each reading but the first, so that `clean` hides what came into being meanwhile. */
  learn(): Promise<void>;
  /** Told what is known after each reading. */
  onDiagnosis(diagnosis: Diagnosis): void;
  /** Told once that lines are waited for, and for how many milliseconds at most. */
  onWait(ms: number): void;
}

/** Application logs were seen to come more than a minute after the failure. */
const LAG_MS = 90_000;

const PAUSE_MS = 5_000;

/** Readings without a change after which nothing more is expected. */
const SETTLED = 2;

/** A reading takes some seconds itself, and all is over 10 seconds after the deadline. */
const AFTER_DEADLINE_MS = 2_000;

/** App Runner's lines of one operation that are shown. */
const EVENTS = 30;

/**
 * Reads the logs, again and again while lines are missing, until the cause is certain or what
 * there is does not change any more.
 *
 * @throws CancelledError when the run is cancelled while it waits, and nothing else
 */
export async function diagnose(asked: Asked, looking: Looking): Promise<void> {
  const { clock } = looking;
  const begin = clock.now();
  const end = Math.min(begin + LAG_MS, asked.until + AFTER_DEADLINE_MS);
  const reader = new LogReader(looking.logs);
  let before = '';
  let unchanged = 0;
  for (let reading = 1; ; reading += 1) {
    const lines = await readLines(reader, asked);
    if (reading > 1) await looking.learn();
    const { diagnosis, sure } = conclude(asked, lines, reader, looking.clean);
    looking.onDiagnosis(diagnosis);
    const now = JSON.stringify([diagnosis.events, diagnosis.application]);
    unchanged = now === before ? unchanged + 1 : 0;
    before = now;
    const settled = unchanged >= SETTLED && isWhole(asked, diagnosis, reader);
    const left = end - clock.now();
    if (sure || settled || isHopeless(asked, reader) || left <= 0) return;
    if (reading === 1) looking.onWait(left);
    await clock.sleep(Math.min(PAUSE_MS, left));
  }
}

/** True when what is wanted may not be read at all. */
function isHopeless({ known }: Asked, reader: LogReader): boolean {
  return !reader.mayRead || (known !== undefined && !reader.mayList);
}

/** True when there are lines of every kind that the failure is to have left. */
function isWhole(
  { known, lines }: Asked,
  { events, application, build }: Diagnosis,
  reader: LogReader,
): boolean {
  const told = known !== undefined || events.some((line) => /fail/i.test(line));
  return told && (lines === 0 || (build ?? application).length > 0 || !reader.mayList);
}

function conclude(
  asked: Asked,
  lines: Lines,
  reader: LogReader,
  clean: Clean,
): { readonly diagnosis: Diagnosis; readonly sure: boolean } {
  const events = [...new Set(lines.events.flatMap(({ message }) => clean(message)))];
  const build = lines.build.flatMap(({ message }) => clean(message));
  // What a rollback starts writes lines too: they are of the version before.
  const failed = buildFailed(events);
  const written = failed ? [] : lines.application;
  const application = written.flatMap(({ message }) => clean(message));
  // Addresses are told by their numbers alone, so they are taken from the lines as they came:
  // the address may be a variable's value, which the clean lines hide.
  const raw = written.flatMap(({ message }) => plainLines(message));
  const addresses = addressesIn(raw.map((line) => cut(line)));
  const found = explain({ events, build, application, addresses, port: asked.port });
  const { cause, remedy } = asked.known ?? found ?? {};
  const has = { events: events.length > 0, application: failed || application.length > 0 };
  const notes = notesOn(asked, reader, has);
  return {
    diagnosis: {
      cause: cause && clean(cause).join(' '),
      remedy: remedy && clean(remedy).join(' '),
      events: asked.known ? [] : events.slice(-EVENTS),
      application: asked.lines === 0 ? [] : application.slice(-asked.lines),
      ...(failed && { build: asked.lines === 0 ? [] : build.slice(-asked.lines) }),
      notes: notes.flatMap(clean),
      links: failed ? withoutApplication(asked.links) : asked.links,
    },
    sure: asked.known === undefined && found?.sure === true,
  };
}

/** Where nothing of the application ran, its log has nothing to add. */
function withoutApplication({ [APPLICATION_LOG]: _, ...links }: Asked['links']): Asked['links'] {
  return links;
}
