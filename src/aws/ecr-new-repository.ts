import {
  CreateRepositoryCommand,
  type CreateRepositoryRequest,
  type ECRClient,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr';
import { awsCall } from './errors.ts';

/** Makes a repository. Throws ActionError, also when there is one of that name. */
export function createRepository(
  client: ECRClient,
  request: CreateRepositoryRequest,
): Promise<void> {
  return awsCall('ecr:CreateRepository', `repository '${request.repositoryName}'`, async () => {
    await client.send(new CreateRepositoryCommand(request));
  });
}

/** Sets the lifecycle policy of a repository. Throws ActionError. */
export function putLifecyclePolicy(
  client: ECRClient,
  repositoryName: string,
  lifecyclePolicyText: string,
): Promise<void> {
  return awsCall('ecr:PutLifecyclePolicy', `repository '${repositoryName}'`, async () => {
    await client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
  });
}
