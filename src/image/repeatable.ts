import type { BuildInputs } from '../inputs/build.ts';
import type { Docker, Git } from '../ports.ts';
import { type Repeatable, SOURCE_DATE_EPOCH } from './build-command.ts';
import type { PrivateDockerConfig } from './docker-config.ts';
import { type Checkout, type Epoch, sourceEpoch } from './epoch.ts';
import { lastLine } from './login.ts';

/** Whether a build can be repeatable, and what is to be said about it. */
export interface Repeatability {
  readonly repeatable: Repeatable | undefined;
  readonly notes: readonly string[];
}

/** Tools of a build that is to be repeatable. */
export interface Tools {
  readonly docker: Docker;
  readonly git: Git;
}

/** The first BuildKit whose image exporter has rewrite-timestamp. */
const OLDEST = [0, 13] as const;

/**
 * Finds out how a build is made repeatable: its files get the time of their last commit, which
 * takes SOURCE_DATE_EPOCH and a builder that writes it into the layers. Where one is missing the
 * build goes on as any other, and the notes say why.
 *
 * @param builder the one made for this run, when there is one
 * @throws CancelledError and nothing else
 */
export async function repeatability(
  { docker, git }: Tools,
  build: BuildInputs,
  checkout: Checkout,
  config: PrivateDockerConfig,
  builder = build.builder,
): Promise<Repeatability> {
  const [epoch, reason] = await Promise.all([
    sourceEpoch(git, build, checkout),
    whyNot(docker, config, builder),
  ]);
  if (reason !== undefined) return unrepeatable(reason);
  if (epoch.kind === 'unknown') return unrepeatable(epoch.reason);
  return {
    repeatable: { epoch: epoch.kind === 'commit' ? epoch.seconds : undefined },
    notes: notesOn(epoch),
  };
}

/** Why the builder can't do it; undefined when it can. */
async function whyNot(
  docker: Docker,
  { env }: PrivateDockerConfig,
  builder: string | undefined,
): Promise<string | undefined> {
  // A builder in a container tells its version once it runs, and the build would start it anyway.
  const args = ['buildx', 'inspect', '--bootstrap', ...(builder ? [builder] : [])];
  const { code, stdout, stderr } = await docker(args, { env });
  if (code === 0) return missing(stdout);
  return `the builder can't be inspected: code ${code}, ${lastLine(stderr)}`;
}

/**
 * Reads `docker buildx inspect` for why a builder can't write the epoch into layers: the docker
 * driver has no such exporter, and BuildKit has it since 0.13. A version 0.0.0 is a build from
 * source and newer than any limit here.
 *
 * @returns undefined when it can
 */
export function missing(inspection: string): string | undefined {
  const name = /^Name:\s*(\S+)/m.exec(inspection)?.[1] ?? '';
  const driver = /^Driver:\s*(\S+)/m.exec(inspection)?.[1];
  if (driver === 'docker') {
    return `builder '${name}' uses the docker driver, which can't set the times of files in an image`;
  }
  const versions = [...inspection.matchAll(/^\s*BuildKit(?: version)?:\s*(\S+)/gim)].map(
    ([, version = '']) => version,
  );
  if (versions.length === 0) return `builder '${name}' does not tell its version of BuildKit`;
  const old = versions.find((version) => !isNewEnough(version));
  return old && `builder '${name}' has BuildKit ${old}, and ${OLDEST.join('.')} is needed`;
}

function isNewEnough(version: string): boolean {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return false;
  return major > OLDEST[0] || minor >= OLDEST[1] || (minor === 0 && patch === 0);
}

function unrepeatable(reason: string): Repeatability {
  return {
    repeatable: undefined,
    notes: [
      `This build is not repeatable: ${reason}. The same sources may give another digest, and are then deployed again.`,
    ],
  };
}

function notesOn(epoch: Exclude<Epoch, { kind: 'unknown' }>): string[] {
  if (epoch.kind === 'own') return [`The build is repeatable, with your own ${SOURCE_DATE_EPOCH}.`];
  const when = new Date(epoch.seconds * 1_000).toISOString();
  return [
    `The build is repeatable: its files get the time of their last commit, ${when} (${SOURCE_DATE_EPOCH}=${epoch.seconds}).`,
    ...(epoch.cutOff
      ? [
          'The checkout is shallow, so every commit counts as one that touched these files. With fetch-depth: 0 in actions/checkout, commits elsewhere deploy nothing.',
        ]
      : []),
  ];
}
