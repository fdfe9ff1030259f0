import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, findProgram } from './say.mjs';

const CONFIGURATION =
  'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n';
const PROVIDER = 'registry.terraform.io/hashicorp/aws';

/**
 * Terraform with its AWS provider, where the machine has both or can fetch the provider. Terraform itself is
 * in no package registry, so it is never installed.
 * @returns {Promise<Record<string, string> | undefined>} the environment in which `terraform init` works
 */
export async function findTerraform() {
  if (!findProgram('terraform')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  try {
    writeFileSync(join(folder, 'main.tf'), CONFIGURATION);
    for (const env of [...mirrors(), {}]) {
      const init = await attempt('terraform', ['init', '-input=false', '-no-color'], {
        cwd: folder,
        env,
        timeoutMs: 120_000,
      });
      if (init.ok) return env;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Folders that hold the provider on disk, as machines without the internet have it. */
function mirrors() {
  const roots = ['/opt', '/usr/share', '/usr/local/share'].flatMap((parent) =>
    entries(parent).map((name) => join(parent, name)),
  );
  return roots
    .filter((root) => entries(join(root, PROVIDER)).length > 0)
    .map((root) => ({ TF_CLI_ARGS_init: `-plugin-dir=${root}` }));
}

/** @param {string} folder */
function entries(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
