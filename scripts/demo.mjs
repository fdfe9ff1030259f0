/**
 * `npm run demo [-- DIRECTORY] [--pull-request] [--keep] [--port N]`. This file runs on the Node
 * that is there, before anything is installed.
 */
import { launch } from './machine/launch.mjs';

await launch('scripts/demo/main.ts', process.argv.slice(2), { docker: true, baseImage: true });
