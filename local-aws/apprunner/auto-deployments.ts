import { normalizedUrl } from './code/repositories.ts';
import type { Engine } from './engine.ts';
import { parseImageIdentifier } from './identifiers.ts';
import type { SourceConfiguration } from './shapes.ts';
import { redeploy } from './update.ts';

/**
 * Redeploys what follows a push, once App Runner has noticed it. Pushes that meet a service in
 * another state than RUNNING are missed, as App Runner's guide says of paused ones.
 */
const notice = async (
  engine: Engine,
  follows: (source: SourceConfiguration) => boolean,
): Promise<void> => {
  const delay = engine.timing.phaseMs('notice-push', 'START_DEPLOYMENT');
  if (delay > 0) await engine.clock.sleep(delay, engine.signal);
  if (engine.signal.aborted) return;
  for (const service of engine.services.living()) {
    const { source } = service.configuration;
    if (service.status !== 'RUNNING' || source.AutoDeploymentsEnabled !== true) continue;
    if (follows(source)) redeploy(engine, service);
  }
};

/** Starts deployments when the tag of a service with AutoDeploymentsEnabled is pushed to ECR. */
export const followPushes = (engine: Engine): void => {
  engine.images.onPush(({ repository, tag }) =>
    engine.background(
      notice(engine, ({ ImageRepository }) => {
        const identifier = ImageRepository?.ImageIdentifier;
        if (identifier === undefined || !engine.images.owns(identifier)) return false;
        const image = parseImageIdentifier(identifier);
        return image.repository === repository && image.tag === tag;
      }),
    ),
  );
};

/** Starts deployments of the services with AutoDeploymentsEnabled that follow a branch. */
export const noticeCommit = (engine: Engine, url: string, branch: string): void =>
  engine.background(
    notice(engine, ({ CodeRepository: code }) => {
      if (code === undefined || code.SourceCodeVersion.Value !== branch) return false;
      return normalizedUrl(code.RepositoryUrl) === normalizedUrl(url);
    }),
  );
