import type { UpdateServiceRequest } from '@aws-sdk/client-apprunner';

/** What a deployment can change of a service: UpdateService's members without the ARN. */
export type Configuration = Omit<UpdateServiceRequest, 'ServiceArn'>;

/** The image to deploy, as App Runner names it. */
export interface DeployedImage {
  readonly identifier: string;
  readonly type: 'ECR' | 'ECR_PUBLIC';
}
