import type { Service } from '@aws-sdk/client-apprunner';
import { ActionError, errorMessage } from '../errors.ts';
import type { DeployInputs } from '../inputs/inputs.ts';
import type { BaseName } from '../inputs/preview-from.ts';
import type { Aws } from '../ports.ts';
import { type Around, readAround } from '../service/around.ts';
import { findService } from './read-service.ts';

/** An account has room for few auto scaling configurations, so previews share their service's. */
function sharedName({ service, preview }: DeployInputs): string {
  return preview?.of ?? service;
}

/**
 * Reads what a decision has to know beside the service: for a preview that is to be created also
 * the service that it starts from.
 *
 * @param service undefined when it is to be created
 * @throws ActionError when the inputs name a service to start from that can't be read
 */
export async function readSurroundings(
  { appRunner, ...aws }: Aws,
  inputs: DeployInputs,
  service: Service | undefined,
): Promise<Around> {
  const { base: name, settings } = inputs;
  const read = (wanted: typeof settings, base?: Service) =>
    readAround(appRunner, sharedName(inputs), service, wanted, base);
  if (service || !name) return read(settings);
  const { base, note } = await readBase({ appRunner, ...aws }, name);
  if (!base) return { ...(await read(settings)), ...(note && { notes: [note] }) };
  const { shrunk } = await import('../service/base.ts');
  const told = `The preview starts from the settings of service '${name.service}'.`;
  const wanted = shrunk(settings);
  const implied = wanted !== settings && !settings.autoScaling;
  try {
    const around = await read(wanted, base);
    const { scaling } = around;
    const optional = implied && scaling?.kind === 'new';
    return {
      ...around,
      base,
      notes: [told],
      ...(optional && { scaling: { ...scaling, optional } }),
    };
  } catch (error) {
    if (!implied || !(error instanceof ActionError)) throw error;
    const kept = `It takes the account's default auto scaling, not one instance. ${errorMessage(error)}`;
    return { ...(await read(settings, base)), base, notes: [told, kept] };
  }
}

/** The service to start from; one that no input names may be absent, or not be readable. */
async function readBase(
  aws: Aws,
  { service: name, named }: BaseName,
): Promise<{ readonly base?: Service; readonly note?: string }> {
  try {
    const base = await findService(aws, name);
    if (base) return { base };
  } catch (error) {
    if (named || !(error instanceof ActionError)) throw error;
    return {
      note: `The preview starts from App Runner's defaults, because service '${name}' can't be read. ${errorMessage(error)}`,
    };
  }
  if (!named) return {};
  throw new ActionError(
    `Input 'preview-from' is '${name}', and there is no such service in this account and Region. Name one that is there, or false for App Runner's own defaults.`,
  );
}
