import type { UpdateServiceRequest } from '@aws-sdk/client-apprunner';
import type { CodeSettings } from '../inputs/code.ts';

/** What a deployment can change of a service: UpdateService's members without the ARN. */
export type Configuration = Omit<UpdateServiceRequest, 'ServiceArn'>;

/** The image to deploy, as App Runner names it. */
export interface DeployedImage {
  readonly identifier: string;
  readonly type: 'ECR' | 'ECR_PUBLIC';
}

/** Source code that App Runner builds and deploys. */
export interface DeployedCode {
  readonly type: 'CODE';
  /** What the inputs name of it; the rest comes from the document or stays the service's. */
  readonly named: CodeSettings;
}

/** What a run deploys. */
export type DeployedSource = DeployedImage | DeployedCode;
