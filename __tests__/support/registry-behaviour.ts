import { expect, it } from '@jest/globals';
import type { AwsFixture } from '../local-aws/aws-fixture.ts';
import { askRegistry, digestOf, pushBlob, pushImage } from './registry-client.ts';

/** What every registry behind the local ECR must do. `fixture` answers the one under test. */
export function registryBehaviour(fixture: () => AwsFixture): void {
  it('refuses a push without a login and says which kind it wants', async () => {
    await fixture().createRepository('no-login');
    const access = { host: fixture().aws.registryHost };
    const ping = await askRegistry(access, 'GET', '');
    expect(ping.status).toBe(401);
    expect(ping.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
    const push = await pushImage(access, 'no-login', '1');
    expect(push.status).toBe(401);
  });

  it('refuses a push with a wrong password', async () => {
    await fixture().createRepository('wrong-login');
    const authorization = `Basic ${Buffer.from('AWS:guess').toString('base64')}`;
    const access = { host: fixture().aws.registryHost, authorization };
    expect((await askRegistry(access, 'GET', '')).status).toBe(401);
    expect((await pushImage(access, 'wrong-login', '1')).status).toBe(401);
  });

  it('takes and gives an image with the login that ECR hands out', async () => {
    await fixture().createRepository('team/app');
    const access = await fixture().login();
    expect((await askRegistry(access, 'GET', '')).status).toBe(200);
    const pushed = await pushImage(access, 'team/app', '1');
    expect(pushed.status).toBe(201);
    for (const reference of ['1', pushed.digest]) {
      const got = await askRegistry(access, 'GET', `team/app/manifests/${reference}`);
      expect(got.headers.get('docker-content-digest')).toBe(pushed.digest);
      expect(await got.text()).toBe(pushed.manifest);
    }
    const layer = await askRegistry(access, 'GET', `team/app/blobs/${pushed.layerDigest}`);
    expect(await layer.text()).toBe('layer');
    const tags = await askRegistry(access, 'GET', 'team/app/tags/list');
    expect(await tags.json()).toEqual({ name: 'team/app', tags: ['1'] });
  });

  it('keeps clients on its own host while they upload', async () => {
    await fixture().createRepository('places');
    const access = await fixture().login();
    const begun = await askRegistry(access, 'POST', 'places/blobs/uploads/');
    expect(begun.headers.get('location')).toMatch(
      new RegExp(`^http://${access.host}/v2/places/blobs/uploads/`),
    );
    const done = await pushBlob(access, 'places', 'bytes');
    expect(done.status).toBe(201);
    expect(done.headers.get('location')).toBe(
      `http://${access.host}/v2/places/blobs/${digestOf('bytes')}`,
    );
  });

  it('streams a layer of many megabytes', async () => {
    await fixture().createRepository('large');
    const access = await fixture().login();
    const content = 'x'.repeat(24 * 1024 * 1024);
    expect((await pushBlob(access, 'large', content)).status).toBe(201);
    const got = await askRegistry(access, 'GET', `large/blobs/${digestOf(content)}`);
    expect(digestOf(Buffer.from(await got.arrayBuffer()))).toBe(digestOf(content));
  });

  it('refuses bytes that do not have the digest they claim', async () => {
    await fixture().createRepository('forged');
    const access = await fixture().login();
    const begun = await askRegistry(access, 'POST', 'forged/blobs/uploads/');
    const place = new URL(begun.headers.get('location') ?? '');
    place.searchParams.set('digest', digestOf('other'));
    const put = await askRegistry(access, 'PUT', place.href, {
      body: 'bytes',
      type: 'application/octet-stream',
    });
    expect(put.status).toBe(400);
  });

  it('refuses a manifest whose layers were never pushed', async () => {
    await fixture().createRepository('hollow');
    const access = await fixture().login();
    const { manifest } = await pushImage(access, 'hollow', '1');
    await fixture().createRepository('hollow-copy');
    const type = 'application/vnd.docker.distribution.manifest.v2+json';
    const put = await askRegistry(access, 'PUT', 'hollow-copy/manifests/1', {
      body: manifest,
      type,
    });
    expect(put.status).toBeGreaterThanOrEqual(400);
    expect(await put.text()).toContain('MANIFEST_BLOB_UNKNOWN');
    const tags = await askRegistry(access, 'GET', 'hollow-copy/tags/list');
    expect(await tags.json()).toEqual({ name: 'hollow-copy', tags: [] });
  });

  it('refuses a repository that was not created, in the words of ECR', async () => {
    const push = await pushImage(await fixture().login(), 'never', '1');
    expect(push.status).toBe(404);
    expect(JSON.parse(push.body)).toEqual({
      errors: [
        {
          code: 'NAME_UNKNOWN',
          message:
            "The repository with name 'never' does not exist in the registry with id '123456789012'",
        },
      ],
    });
  });

  it('refuses to move an immutable tag, but not the tags that are excepted', async () => {
    await fixture().createRepository('fixed', {
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'late*' }],
    });
    const access = await fixture().login();
    const pushed = [];
    for (const [tag, content] of [
      ['1', 'one'],
      ['1', 'one'],
      ['latest', 'one'],
      ['latest', 'two'],
    ] as const) {
      pushed.push((await pushImage(access, 'fixed', tag, content)).status);
    }
    expect(pushed).toEqual([201, 201, 201, 201]);
    const moved = await pushImage(access, 'fixed', '1', 'two');
    expect(moved.status).toBe(400);
    expect(JSON.parse(moved.body).errors).toEqual([
      {
        code: 'TAG_INVALID',
        message:
          "The image tag '1' already exists in the 'fixed' repository and cannot be overwritten because the tag is immutable.",
      },
    ]);
  });
}
