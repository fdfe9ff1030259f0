import { endInTime, endProcess, tellFaults } from './github/ending.ts';
import { listenForCancel } from './github/signals.ts';
import { run } from './run.ts';
import { realPorts } from './wire.ts';

const cancelled = listenForCancel(process);
endInTime(process, cancelled);
tellFaults(process, cancelled);
endProcess(process, await run(realPorts(cancelled)));
