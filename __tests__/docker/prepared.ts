import type { RegistryChoice } from '../../local-aws/registry/backend.ts';

/** What `npm test` made ready before it started the tests; see scripts/test.mjs. */
function prepared(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: run these tests with npm test, which makes the machine ready.`,
  );
}

/** The real registry to put behind the local ECR. */
export function preparedRegistry(): RegistryChoice {
  return JSON.parse(prepared('APPRUNNER_DEPLOY_REGISTRY'));
}

/** An image with Node 24 and a shell, known to the Docker engine. */
export function preparedBaseImage(): string {
  return prepared('APPRUNNER_DEPLOY_BASE_IMAGE');
}

/** Arguments of `docker buildx create` that make a builder on a modern BuildKit. */
export function preparedBuildkit(): string[] {
  return JSON.parse(prepared('APPRUNNER_DEPLOY_BUILDKIT'));
}
