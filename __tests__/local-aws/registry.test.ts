import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../local-aws/clock.ts';
import type { PushEvent } from '../../local-aws/ecr/images.ts';
import { startEcr } from '../../local-aws/ecr/start.ts';
import { createFaultBook } from '../../local-aws/faults/fault-book.ts';
import { createParking } from '../../local-aws/faults/parking.ts';
import { served } from '../../local-aws/protocol/served.ts';
import { registryBehaviour } from '../support/registry-behaviour.ts';
import { askRegistry, pushImage } from '../support/registry-client.ts';
import { type AwsFixture, startFixture } from './aws-fixture.ts';

describe('the registry in memory', () => {
  let fixture: AwsFixture;

  beforeAll(async () => {
    fixture = await startFixture();
  });

  afterAll(() => fixture.close());

  registryBehaviour(() => fixture);

  it('mounts a layer from another repository', async () => {
    await fixture.createRepository('from');
    await fixture.createRepository('onto');
    const access = await fixture.login();
    const { layerDigest } = await pushImage(access, 'from', '1');
    const path = `onto/blobs/uploads/?mount=${layerDigest}&from=from`;
    expect((await askRegistry(access, 'POST', path)).status).toBe(201);
    expect((await askRegistry(access, 'HEAD', `onto/blobs/${layerDigest}`)).status).toBe(200);
  });

  it('has its traffic in the call log under the actions that ECR checks', async () => {
    await fixture.createRepository('logged');
    const access = await fixture.login();
    const before = fixture.aws.calls.length;
    const { layerDigest } = await pushImage(access, 'logged', '1');
    await askRegistry(access, 'HEAD', `logged/blobs/${layerDigest}`);
    await askRegistry(access, 'GET', `logged/blobs/${layerDigest}`).then((got) => got.text());
    await askRegistry(access, 'HEAD', 'logged/manifests/absent');
    const calls = fixture.aws.calls.slice(before);
    expect(new Set(calls.map((call) => call.action))).toEqual(
      new Set([
        'ecr:InitiateLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:CompleteLayerUpload',
        'ecr:PutImage',
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
      ]),
    );
    expect(calls.at(-1)).toMatchObject({ status: 404, errorCode: 'MANIFEST_UNKNOWN' });
  });
});

describe("App Runner's view of the images", () => {
  const parts = {
    registry: { kind: 'memory' as const },
    port: 0,
    accountId: '123456789012',
    region: 'eu-west-1',
    clock: systemClock,
    log: { record: () => {} },
    pushFaults: {
      faults: createFaultBook(),
      parking: createParking(systemClock),
      caller: { accountId: '123456789012', region: 'eu-west-1', accessKeyId: 'AKIA' },
    },
  };
  const real = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

  async function start() {
    const ecr = await startEcr(parts);
    const call = (operation: string, input = {}) =>
      ecr.service.operations[operation]?.(input, {
        accountId: parts.accountId,
        region: parts.region,
        accessKeyId: 'AKIA',
      });
    await call('CreateRepository', { repositoryName: 'app' });
    const answer = await call('GetAuthorizationToken');
    const token = /"authorizationToken":"([^"]+)"/.exec(JSON.stringify(answer))?.[1];
    return { ecr, access: { host: ecr.registryHost, authorization: `Basic ${token}` } };
  }

  it('hears of each tag that the registry accepted, and of no digest', async () => {
    const { ecr, access } = await start();
    const events: PushEvent[] = [];
    ecr.images.onPush((event) => events.push(event));
    const { digest, manifest } = await pushImage(access, 'app', '1');
    await pushImage(access, 'never', '1');
    const type = 'application/vnd.docker.distribution.manifest.v2+json';
    await askRegistry(access, 'PUT', `app/manifests/${digest}`, { body: manifest, type });
    await ecr.close();
    expect(events).toEqual([{ repository: 'app', tag: '1', digest }]);
  });

  it('finds images by both forms of the host, by tag and by digest', async () => {
    const { ecr, access } = await start();
    const { digest } = await pushImage(access, 'app', 'latest');
    const resolve = async (identifier: string) => (await ecr.images.resolve(identifier))?.digest;
    const found = [
      await resolve(`${real}/app`),
      await resolve(`${real}/app:latest`),
      await resolve(`${ecr.registryHost}/app:latest`),
      await resolve(`${ecr.registryHost}/app:old@${digest}`),
    ];
    const missing = [
      await resolve(`${real}/app:old`),
      await resolve(`${real}/other:latest`),
      await resolve(`999999999999.dkr.ecr.eu-west-1.amazonaws.com/app:latest`),
    ];
    const owned = ecr.images.owns(`${ecr.registryHost}/app:latest`);
    const foreign = ecr.images.owns('public.ecr.aws/x/app:latest');
    await ecr.close();
    expect(found).toEqual([digest, digest, digest, digest]);
    expect(missing).toEqual([undefined, undefined, undefined]);
    expect([owned, foreign]).toEqual([true, false]);
  });

  it('gives a reference that can be pulled, past the endpoint that logs calls', async () => {
    const { ecr, access } = await start();
    const { digest } = await pushImage(access, 'app', '1');
    const source = await ecr.images.resolve(`${real}/app:1`);
    const { reference = '', username, password } = source ?? {};
    const [host = '', rest = ''] = reference.split(/\/(.*)/s);
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    const path = rest.replace('@', '/manifests/');
    const direct = { host, authorization: `Basic ${basic}` };
    const got = await askRegistry(direct, 'GET', path);
    await got.text();
    await ecr.close();
    expect(host).not.toBe(ecr.registryHost);
    expect(rest).toBe(`app@${digest}`);
    expect(got.status).toBe(200);
  });
});

describe('served', () => {
  it('passes the input on as the operation types it', () => {
    const operation = served(({ name }: { name: string }) => ({ hello: name }));
    const caller = { accountId: '1', region: 'r', accessKeyId: 'k' };
    expect(operation({ name: 'you' }, caller)).toEqual({ hello: 'you' });
  });
});
