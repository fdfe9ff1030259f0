import { type Before, resolveCode } from './code/code-source.ts';
import type { Home } from './home.ts';
import { resolveImage } from './image-source.ts';
import { invalidRequest } from './refusals.ts';
import type { SourceConfiguration } from './shapes.ts';

type Kind = 'CodeRepository' | 'ImageRepository';

const demandSame = (kind: Kind, before: Before | undefined): void => {
  const other: Kind = kind === 'CodeRepository' ? 'ImageRepository' : 'CodeRepository';
  if (before?.source[other] === undefined) return;
  throw invalidRequest(`You can't change the source of a service from ${other} to ${kind}.`);
};

/**
 * The source a service has after a request: checked, with App Runner's defaults. Image and code
 * can't take each other's place (API model, UpdateServiceRequest); the words of that are ours.
 */
export const resolveSource = (
  asked: SourceConfiguration,
  before: Before | undefined,
  home: Home,
): SourceConfiguration => {
  const { CodeRepository: code, ImageRepository: image } = asked;
  if (code !== undefined && image === undefined) {
    demandSame('CodeRepository', before);
    return resolveCode(asked, code, before, home);
  }
  if (image !== undefined && code === undefined) {
    demandSame('ImageRepository', before);
    return resolveImage(asked, image, before?.source, home);
  }
  throw invalidRequest('Specify exactly one of CodeRepository and ImageRepository.');
};
