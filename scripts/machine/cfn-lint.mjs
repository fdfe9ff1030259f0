import { join } from 'node:path';
import { ensurePythonTool } from './python.mjs';

const VERSION = '1.58.0';

/**
 * cfn-lint, of the one version whose findings count.
 * @returns {Promise<string>} its path; throws MachineError
 */
export async function ensureCfnLint() {
  const bin = await ensurePythonTool({
    name: 'cfn-lint',
    package: 'cfn-lint',
    version: VERSION,
    program: 'cfn-lint',
    home: 'https://github.com/aws-cloudformation/cfn-lint',
  });
  return join(bin, 'cfn-lint');
}
