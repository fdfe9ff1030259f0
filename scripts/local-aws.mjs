/**
 * `npm run local-aws [-- OPTIONS]`, see --help. This file runs on the Node that is there, before
 * anything is installed.
 */
import { launch } from './machine/launch.mjs';

await launch('local-aws/main.ts', process.argv.slice(2), { docker: true });
