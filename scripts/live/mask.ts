/**
 * Hides the roles of a run that was started by hand, and their account, before a later step can
 * print them. They are read from the event, since a step's own environment is printed.
 */
import { readFileSync } from 'node:fs';
import { masksOf } from './masks.ts';

const path = process.env.GITHUB_EVENT_PATH;
const event: unknown = path ? JSON.parse(readFileSync(path, 'utf8')) : {};
for (const secret of masksOf(event)) process.stdout.write(`::add-mask::${secret}\n`);
