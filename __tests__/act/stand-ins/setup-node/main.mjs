import { execFileSync } from 'node:child_process';
import { inputs } from './inputs.mjs';

const { 'node-version': wanted } = inputs(['node-version', 'package-manager-cache']);
const found = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim();
if (!found.startsWith(`v${wanted}.`)) throw new Error(`Node is ${found}, and not ${wanted}.`);
console.log(found);
