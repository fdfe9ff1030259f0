import type { Preview } from '../preview/preview.ts';
import { SERVICE_NAME } from './common.ts';
import type { InputReader } from './reader.ts';

/** The service whose settings a new preview starts from. */
export interface BaseName {
  readonly service: string;
  /** True when an input names it, so that it has to be there. */
  readonly named: boolean;
}

/** Reads where a new preview's settings come from; undefined for App Runner's own defaults. */
export function readPreviewFrom(reader: InputReader, preview: Preview): BaseName | undefined {
  const text = reader.text('preview-from');
  if (text === 'false') return undefined;
  const service = reader.matching('preview-from', SERVICE_NAME, {
    allowed: "an App Runner service's name, or false for App Runner's own defaults",
    example: 'preview-from: hello-staging',
  });
  return { service: service ?? preview.of, named: text !== undefined };
}
