import type { AFTERWARDS } from './afterwards-side.ts';
import type { CommonInputs } from './common.ts';
import { DIGEST, type ImageReference, readImage, TAG } from './image-reference.ts';
import { readList } from './lists.ts';
import type { InputReader } from './reader.ts';
import { readSince, type Since } from './since.ts';
import { readSmokeTest, type SmokeTest } from './smoke-test.ts';

export type AfterwardsCommand = (typeof AFTERWARDS)[number];

/** An image to go back to, as the workflow names it. */
export type NamedImage =
  | { readonly kind: 'image'; readonly image: ImageReference }
  /** In the repository that the service's image is from. */
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'digest'; readonly digest: string };

/** Back to an earlier image. */
export interface RollbackInputs extends CommonInputs {
  readonly command: 'rollback';
  /** Undefined means the image that ran before the one that runs. */
  readonly to?: NamedImage;
  readonly smoke?: SmokeTest;
}

/** Judge an operation that another run has started. */
export interface WaitInputs extends CommonInputs {
  readonly command: 'wait';
  /** With dashes or without. */
  readonly operationId: string;
  readonly smoke?: SmokeTest;
}

/** Tell what a service is and how it does. */
export interface StatusInputs extends CommonInputs {
  readonly command: 'status';
  /** What the service URL is asked for, and the status that is wanted. */
  readonly smoke?: SmokeTest;
}

/** Show what the service and App Runner wrote last. */
export interface LogsInputs extends CommonInputs {
  readonly command: 'logs';
  readonly since: Since;
}

export type AfterwardsInputs = RollbackInputs | WaitInputs | StatusInputs | LogsInputs;

/** Reads what a command of the days after a deployment is told; other inputs are ignored. */
export function readAfterwards(
  reader: InputReader,
  common: CommonInputs,
  command: AfterwardsCommand,
): AfterwardsInputs {
  switch (command) {
    case 'rollback': {
      const to = readNamed(reader, common.region || undefined);
      return { ...common, command, ...(to && { to }), ...smoke(reader, common.wait) };
    }
    case 'wait':
      refuseNoWait(reader, common);
      return { ...common, command, operationId: readOperation(reader), ...smoke(reader, true) };
    case 'status':
      return { ...common, command, ...smoke(reader, true) };
    case 'logs':
      return { ...common, command, since: readSince(reader) };
  }
}

function smoke(reader: InputReader, wait: boolean): { readonly smoke?: SmokeTest } {
  const test = readSmokeTest(reader, wait);
  return test ? { smoke: test } : {};
}

function refuseNoWait(reader: InputReader, { wait }: CommonInputs): void {
  if (wait) return;
  reader.problem(
    "Inputs 'command: wait' and 'wait: false' exclude each other: this command does nothing but wait. Remove 'wait'.",
  );
}

/** A UUID (API model), which was seen without dashes in answers. */
const OPERATION = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;

function readOperation(reader: InputReader): string {
  const example = `operation-id: \${{ needs.deploy.outputs.operation-id }}`;
  if (!reader.has('operation-id')) {
    reader.problem(
      `Input 'operation-id' is missing: the operation that 'command: wait' is to judge, which is the output operation-id of the run that started it. Example: ${example}`,
    );
  }
  const allowed =
    'the id of an App Runner operation: 32 hexadecimal digits, with dashes or without';
  return reader.matching('operation-id', OPERATION, { allowed, example }) ?? '';
}

function readNamed(reader: InputReader, region: string | undefined): NamedImage | undefined {
  const tagged = reader.has('image-tags');
  if (reader.has('image')) {
    if (tagged) {
      reader.problem(
        "Inputs 'image' and 'image-tags' exclude each other: both name the image to go back to. Remove one of them.",
      );
    }
    const image = readImage(reader, region);
    return image && { kind: 'image', image };
  }
  const [first] = tagged ? readList(reader, 'image-tags', 'comma or line') : [];
  if (first === undefined) {
    if (tagged && !reader.complainedAbout('image-tags')) {
      reader.problem("Input 'image-tags' names no tag. Example: image-tags: 1.4.0");
    }
    return undefined;
  }
  if (DIGEST.test(first)) return { kind: 'digest', digest: first };
  if (TAG.test(first)) return { kind: 'tag', tag: first };
  reader.refuse('image-tags', first, {
    allowed: 'a tag of 1 to 128 letters, digits, _ . and -, or a digest such as sha256:0123…',
    example: 'image-tags: 1.4.0',
  });
  return undefined;
}
