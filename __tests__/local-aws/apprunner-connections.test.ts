import {
  CreateConnectionCommand,
  DeleteConnectionCommand,
  DeleteServiceCommand,
  ListConnectionsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-apprunner';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codeSource, connect, createService } from './apprunner-inputs.ts';
import { type AwsFixture, refusal, startFixture } from './aws-fixture.ts';

let own: AwsFixture;
beforeEach(async () => {
  own = await startFixture({ pace: 'quick' });
});
afterEach(() => own.close());

const list = async (input = {}) =>
  (await own.apprunner.send(new ListConnectionsCommand(input))).ConnectionSummaryList ?? [];
const remove = (ConnectionArn: string) =>
  own.apprunner.send(new DeleteConnectionCommand({ ConnectionArn }));

describe('a connection', () => {
  it.each(['GITHUB', 'BITBUCKET'] as const)(
    'to %s waits for its handshake and is AVAILABLE after it',
    async (ProviderType) => {
      const ConnectionArn = await connect(own, 'mine', ProviderType);
      expect(ConnectionArn).toMatch(
        /^arn:aws:apprunner:us-east-1:123456789012:connection\/mine\/[0-9a-f]{32}$/,
      );
      const expected = { ConnectionName: 'mine', ConnectionArn, ProviderType };
      expect(await list()).toEqual([
        { ...expected, Status: 'PENDING_HANDSHAKE', CreatedAt: expect.any(Date) },
      ]);
      own.aws.appRunner.handshake('mine');
      expect(await list()).toMatchObject([{ ...expected, Status: 'AVAILABLE' }]);
    },
  );

  it('is found by its name, in pages, newest first', async () => {
    for (const name of ['first', 'second', 'third']) await connect(own, name);
    const page = new ListConnectionsCommand({ MaxResults: 2 });
    const { ConnectionSummaryList, NextToken } = await own.apprunner.send(page);
    expect(ConnectionSummaryList?.map((each) => each.ConnectionName)).toEqual(['third', 'second']);
    expect(await list({ MaxResults: 2, NextToken })).toMatchObject([{ ConnectionName: 'first' }]);
    expect(await list({ ConnectionName: 'second' })).toMatchObject([{ ConnectionName: 'second' }]);
    expect(await list({ ConnectionName: 'absent' })).toEqual([]);
  });

  it('has the tags it was made with', async () => {
    const Tags = [{ Key: 'team', Value: 'a' }];
    const input = { ConnectionName: 'mine', ProviderType: 'GITHUB' as const, Tags };
    const { Connection } = await own.apprunner.send(new CreateConnectionCommand(input));
    const ResourceArn = Connection?.ConnectionArn;
    const asked = new ListTagsForResourceCommand({ ResourceArn });
    expect((await own.apprunner.send(asked)).Tags).toEqual(Tags);
  });

  it('has a name of its own', async () => {
    await connect(own, 'mine');
    expect(await refusal(connect(own, 'mine'))).toEqual({
      name: 'InvalidRequestException',
      text: 'Connection with the provided name already exists: mine',
    });
  });

  it('is one of ten at most', async () => {
    for (let index = 0; index < 10; index += 1) await connect(own, `mine-${index}`);
    const { name } = await refusal(connect(own, 'eleventh'));
    expect(name).toBe('ServiceQuotaExceededException');
  });

  it('can not be deleted while a service uses it, and is gone when deleted', async () => {
    const arn = own.aws.appRunner.seedConnection({ ConnectionName: 'mine' });
    const ServiceArn = await createService(own, { SourceConfiguration: codeSource(arn) });
    expect(await refusal(remove(arn))).toEqual({
      name: 'InvalidRequestException',
      text: `Provided connection arn is being used by other services. ARN: ${arn}`,
    });
    await own.apprunner.send(new DeleteServiceCommand({ ServiceArn }));
    await own.aws.appRunner.idle();
    expect((await remove(arn)).Connection).toMatchObject({ Status: 'DELETED' });
    expect(await list()).toEqual([]);
    expect((await refusal(remove(arn))).name).toBe('ResourceNotFoundException');
  });

  it('can be seeded in any state and under an ARN that is known before', async () => {
    const ConnectionArn = `arn:aws:apprunner:us-east-1:123456789012:connection/known/${'e'.repeat(32)}`;
    const seeded = own.aws.appRunner.seedConnection({ ConnectionName: 'known', ConnectionArn });
    own.aws.appRunner.seedConnection({ ConnectionName: 'broken', Status: 'ERROR' });
    expect(seeded).toBe(ConnectionArn);
    expect(await list()).toMatchObject([
      { ConnectionName: 'broken', Status: 'ERROR' },
      { ConnectionArn, Status: 'AVAILABLE' },
    ]);
  });

  it('that nobody made has no handshake', () => {
    expect(() => own.aws.appRunner.handshake('absent')).toThrow('There is no connection absent.');
  });
});
