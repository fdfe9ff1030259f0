/**
 * `npm run check:setup`: cfn-lint over the CloudFormation template, and `terraform fmt -check` and
 * `terraform validate` where Terraform and its AWS provider are there; with --terraform they have to be.
 * This file runs on the Node that is there, before anything is installed.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCfnLint } from './machine/cfn-lint.mjs';
import { PROJECT } from './machine/dependencies.mjs';
import { MachineError, run, say } from './machine/say.mjs';
import { findTerraform } from './machine/terraform.mjs';

const SETUP = join(PROJECT, 'examples/setup');

async function checkCloudFormation() {
  await run(await ensureCfnLint(), ['--', join(SETUP, 'cloudformation.yaml')], { inherit: true });
  say('cfn-lint finds nothing in examples/setup/cloudformation.yaml');
}

/** @param {boolean} needed */
async function checkTerraform(needed) {
  const env = await findTerraform();
  if (!env) {
    const missing = 'this machine has no Terraform with its AWS provider';
    const home = 'https://developer.hashicorp.com/terraform/install';
    if (needed)
      throw new MachineError(
        `examples/setup/terraform was not checked: ${missing}. Get it from ${home}`,
      );
    say(
      `Left out: terraform fmt and validate of examples/setup/terraform, because ${missing}. Get it from ${home}`,
    );
    return;
  }
  await run('terraform', ['fmt', '-check', '-diff', '-recursive', SETUP], { inherit: true });
  // In a copy: what Terraform fetches shall not lie in the project.
  const copy = mkdtempSync(join(tmpdir(), 'setup-'));
  try {
    cpSync(SETUP, copy, { recursive: true, filter: (path) => !path.includes('.terraform') });
    const cwd = join(copy, 'terraform');
    const init = ['init', '-backend=false', '-input=false', '-no-color'];
    await run('terraform', init, { cwd, env });
    await run('terraform', ['validate', '-no-color'], { cwd, env, inherit: true });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  say('terraform fmt and validate find nothing in examples/setup/terraform');
}

try {
  await checkCloudFormation();
  await checkTerraform(process.argv.includes('--terraform'));
} catch (error) {
  if (!(error instanceof MachineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
