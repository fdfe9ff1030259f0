import type { ApiModel } from './model.ts';

/**
 * The model of a service, App Runner's with one limit widened: its ImageIdentifier also accepts images of the local ECR,
 * whose repository URIs have the loopback form HOST/repository (HOST is 127.0.0.1:PORT), because
 * Docker can't push to ACCOUNT.dkr.ecr.REGION.amazonaws.com on this machine. All else stays as it is.
 */
export function acceptLoopbackImages(model: ApiModel, registryHost: string): ApiModel {
  const shape = model.name === 'apprunner' ? model.shapes.ImageIdentifier : undefined;
  if (!shape?.pattern) return model;
  const name = '[a-z0-9]+(?:[._-][a-z0-9]+)*';
  const host = registryHost.replaceAll('.', '\\.');
  const alternative = `${host}/(?:${name}/)*${name}(:([\\w\\d+\\-=._:/@])+|@([\\w\\d:]+))?`;
  const widened = { ...shape, alsoPattern: alternative };
  return { ...model, shapes: { ...model.shapes, ImageIdentifier: widened } };
}
