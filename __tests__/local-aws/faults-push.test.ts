import { DescribeImagesCommand } from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../local-aws/faults/fault.ts';
import { askRegistry, manifestType, pushBlob, pushImage } from '../support/registry-client.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture();
  await own.createRepository('app');
});
afterEach(() => own.close());

const denied = (action: string) =>
  `User: arn:aws:iam::123456789012:user/local is not authorized to perform: ${action} on resource: arn:aws:ecr:us-east-1:123456789012:repository/app because no identity-based policy allows the ${action} action`;

const begin = async () => askRegistry(await own.login(), 'POST', 'app/blobs/uploads/');
const tags = async () =>
  (await own.ecr.send(new DescribeImagesCommand({ repositoryName: 'app' }))).imageDetails?.map(
    ({ imageTags }) => imageTags,
  );

describe('a request of a push that a fault names', () => {
  it.each<[Fault, number, string, string]>([
    [
      { kind: 'deny', action: 'ecr:InitiateLayerUpload' },
      403,
      'DENIED',
      denied('ecr:InitiateLayerUpload'),
    ],
    [
      { kind: 'throttle', action: 'ecr:InitiateLayerUpload' },
      429,
      'TOOMANYREQUESTS',
      'Rate exceeded',
    ],
    [
      { kind: 'server-error', action: 'ecr:InitiateLayerUpload', status: 503 },
      503,
      'UNKNOWN',
      'Internal server error',
    ],
    [
      { kind: 'refuse', action: 'ecr:InitiateLayerUpload', code: 'ODD', message: 'odd' },
      400,
      'ODD',
      'odd',
    ],
  ])("is refused in the registry's form: %j", async (fault, status, code, message) => {
    own.aws.faults.add(fault);
    const answer = await begin();
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ errors: [{ code, message }] });
    expect(own.aws.calls.at(-1)).toMatchObject({
      action: 'ecr:InitiateLayerUpload',
      status,
      errorCode: code,
    });
  });

  it.each([
    ['before', 'DroppedBefore', []],
    ['after', 'DroppedAfter', [['1']]],
  ] as const)('breaks off %s it was acted on', async (when, errorCode, expected) => {
    const access = await own.login();
    const config = '{"architecture":"amd64","os":"linux"}';
    await pushBlob(access, 'app', config);
    const { manifest } = await pushImage(access, 'app', 'other');
    own.aws.faults.add({ kind: 'drop', when, action: 'ecr:PutImage' });
    const put = askRegistry(access, 'PUT', 'app/manifests/1', {
      body: manifest,
      type: manifestType,
    });
    expect((await refusal(put)).text).toContain('fetch failed');
    expect(own.aws.calls.at(-1)).toMatchObject({ action: 'ecr:PutImage', status: 0, errorCode });
    const [found = []] = (await tags()) ?? [];
    expect(found.filter((tag) => tag === '1')).toEqual(expected.flat());
  });

  it('is answered late', async () => {
    const waited: number[] = [];
    const sleep = async (ms: number) => {
      waited.push(ms);
    };
    const late = await startFixture({ clock: { now: () => 0, sleep } });
    await late.createRepository('app');
    late.aws.faults.add({ kind: 'slow', action: 'ecr:InitiateLayerUpload', ms: 30_000 });
    const answer = await askRegistry(await late.login(), 'POST', 'app/blobs/uploads/');
    expect([answer.status, waited]).toEqual([202, [30_000]]);
    await late.close();
  });

  it('needs a login to be met, and its own name', async () => {
    const access = await own.login();
    const remove = own.aws.faults.add({ kind: 'throttle', action: 'ecr:*' });
    expect((await askRegistry(access, 'POST', 'app/blobs/uploads/')).status).toBe(202);
    remove();
    own.aws.faults.add({ kind: 'throttle', action: 'ecr:InitiateLayerUpload' });
    const stranger = { host: access.host };
    expect((await askRegistry(stranger, 'POST', 'app/blobs/uploads/')).status).toBe(401);
    expect((await begin()).status).toBe(429);
  });
});
