import { execFileSync } from 'node:child_process';
import { inputs } from './inputs.mjs';

const { ref, 'fetch-depth': depth } = inputs(['ref', 'fetch-depth', 'persist-credentials']);
const { ORIGIN = '', GITHUB_SHA = '' } = process.env;

/** @param {...string} args */
const git = (...args) => execFileSync('git', args, { stdio: 'inherit' });

git('init', '--quiet', '--initial-branch', 'main');
const shallow = depth === '0' ? [] : ['--depth', depth];
git('fetch', '--quiet', ...shallow, `file://${ORIGIN}`, ref || GITHUB_SHA);
git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
