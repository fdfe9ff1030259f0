import type { Preview } from '../preview/preview.ts';
import type { CommonInputs } from './common.ts';
import type { ConversationInputs } from './conversation.ts';
import type { DomainInputs } from './domain.ts';
import type { InputReader } from './reader.ts';
import { buildsImage, readRegistry } from './source.ts';

/** A pull request was closed: its preview goes. `service` is the preview's. */
export interface TeardownInputs extends CommonInputs {
  readonly command: 'teardown';
  readonly preview: Preview;
  readonly conversation?: ConversationInputs;
  /** Where images of the preview are; absent where the workflow builds none. */
  readonly images?: { readonly repository: string; readonly registryId?: string };
  readonly deleteLogs: boolean;
  /** The custom domain that goes with the preview. */
  readonly domain?: DomainInputs;
}

/** Reads what goes with a preview; what only its deployment uses is not looked at. */
export function readTeardown(
  reader: InputReader,
  common: CommonInputs,
  preview: Preview,
  conversation: ConversationInputs | undefined,
): TeardownInputs {
  return {
    ...common,
    service: preview.service,
    command: 'teardown',
    preview,
    ...(conversation && { conversation }),
    ...(buildsImage(reader) && { images: readRegistry(reader, preview.of) }),
    deleteLogs: readDeleteLogs(reader),
  };
}

/** True when log groups go with their preview. */
export function readDeleteLogs(reader: InputReader): boolean {
  return reader.flag('delete-logs') ?? false;
}
