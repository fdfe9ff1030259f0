import {
  type AppRunnerClient,
  type OperationSummary,
  paginateListOperations,
} from '@aws-sdk/client-apprunner';
import { type ECRClient, paginateDescribeImages } from '@aws-sdk/client-ecr';
import type { History, PushedImage } from '../ports.ts';
import { awsCall, errorCode } from './errors.ts';

/** The most that ListOperations and DescribeImages give a page (API references, maxResults). */
const OPERATIONS = 20;
const IMAGES = 1_000;

/** The calls about what was before, over SDK clients. */
export function historyCalls(appRunner: AppRunnerClient, ecr: ECRClient): History {
  return {
    operations: (serviceArn) =>
      awsCall('apprunner:ListOperations', serviceArn, async () => {
        const found: OperationSummary[] = [];
        const pages = paginateListOperations(
          { client: appRunner, pageSize: OPERATIONS },
          { ServiceArn: serviceArn },
        );
        for await (const { OperationSummaryList = [] } of pages)
          found.push(...OperationSummaryList);
        return found;
      }),

    images: (repository, registryId) =>
      awsCall('ecr:DescribeImages', `repository '${repository}'`, async () => {
        try {
          return await list(ecr, repository, registryId);
        } catch (error) {
          // A repository that is not there holds nothing.
          if (errorCode(error) === 'RepositoryNotFoundException') return [];
          throw error;
        }
      }),
  };
}

async function list(
  client: ECRClient,
  repositoryName: string,
  registryId: string | undefined,
): Promise<PushedImage[]> {
  const found: PushedImage[] = [];
  const pages = paginateDescribeImages(
    { client, pageSize: IMAGES },
    { repositoryName, ...(registryId && { registryId }) },
  );
  for await (const { imageDetails = [] } of pages) {
    for (const { imageDigest, imageTags = [], imagePushedAt } of imageDetails) {
      if (imageDigest && imagePushedAt) {
        found.push({ digest: imageDigest, tags: imageTags, pushedAt: imagePushedAt.getTime() });
      }
    }
  }
  return found;
}
