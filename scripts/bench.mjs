/**
 * `npm run bench [-- --write]`: measures the packed action with Node 24. `npm run bench -- lag`
 * measures how soon it sees that an operation has ended. This file runs on the Node that is
 * there, before anything is installed.
 */
import { launch } from './machine/launch.mjs';

const [first, ...rest] = process.argv.slice(2);
if (first === 'lag') await launch('bench/lag.ts', rest, {});
else await launch('bench/main.ts', process.argv.slice(2), { docker: true });
