import type { RegistryPath } from './paths.ts';

/**
 * The ECR operations that a request to the registry stands for: those whose IAM actions AWS checks.
 * An upload's last request may bring bytes with it, then it is both a part and the completion.
 */
export function operationsOf(method: string, path: RegistryPath, hasBody: boolean): string[] {
  if (path.kind === 'blob') {
    return [method === 'HEAD' ? 'BatchCheckLayerAvailability' : 'GetDownloadUrlForLayer'];
  }
  if (path.kind === 'uploads') return ['InitiateLayerUpload'];
  if (path.kind === 'upload' && method === 'PATCH') return ['UploadLayerPart'];
  if (path.kind === 'upload' && method === 'PUT') {
    return hasBody ? ['UploadLayerPart', 'CompleteLayerUpload'] : ['CompleteLayerUpload'];
  }
  if (path.kind === 'manifest') return [method === 'PUT' ? 'PutImage' : 'BatchGetImage'];
  return path.kind === 'tags' ? ['ListImages'] : [];
}
