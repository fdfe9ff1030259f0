/**
 * A text without what tells the AWS account: a job summary of a public repository is public.
 * Account numbers, ARNs, ids of services and operations, hosts of registries and services go.
 */
export function redacted(text: string): string {
  return text
    .replaceAll(/arn:aws[\w-]*:[^\s"'`)|]+/g, 'ARN')
    .replaceAll(/\b\d{12}\.dkr\.ecr\.[\w.-]+/g, 'REGISTRY')
    .replaceAll(/\b127\.0\.0\.1:\d+/g, 'REGISTRY')
    .replaceAll(/\b[\w-]+(?:\.[\w-]+)?\.awsapprunner\.com/g, 'SERVICE')
    .replaceAll(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, 'ID')
    .replaceAll(/(?<!sha256:)\b[0-9a-f]{32}\b/gi, 'ID')
    .replaceAll(/\b\d{12}\b/g, 'ACCOUNT');
}
