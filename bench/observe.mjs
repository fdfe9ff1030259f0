/**
 * Loaded into the action before its own program by `node --import`: adds what only the process
 * itself knows as one line of JSON to the file BENCH_RECORD. Plain JavaScript, because stripping
 * types would load a compiler into the process that is measured.
 *
 * BENCH_FILES=1 also notes each file that is loaded; that reads every file a second time, so
 * peak memory is taken from runs without it.
 */
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';

const children = [];
const files = [];
let beforeRequest;

// A child is announced before its arguments are known, so they are read at the end.
subscribe('child_process', ({ process: child }) => children.push(child));
subscribe('http.client.request.start', () => {
  beforeRequest ??= files.length;
});

if (process.env.BENCH_FILES) {
  registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) {
        files.push({ url, bytes: statSync(new URL(url)).size });
      }
      return next(url, context);
    },
  });
}

process.once('exit', () => {
  appendFileSync(
    process.env.BENCH_RECORD,
    `${JSON.stringify({
      program: process.argv[1],
      peakBytes: peakBytes(),
      children: children.map(({ spawnargs = [] }) => spawnargs),
      files: files.slice(0, beforeRequest),
    })}\n`,
  );
});

/** On Linux getrusage counts the process that started this one too, so the kernel's own mark is read. */
function peakBytes() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}
