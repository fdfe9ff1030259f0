import { run } from './run.ts';
import { realPorts } from './wire.ts';

process.exitCode = await run(realPorts());
