import { describe, expect, it } from '@jest/globals';
import { errorLine } from '../../../src/diagnosis/error-line.ts';

describe('the line that names the error', () => {
  it.each([
    [
      'Node, thrown',
      "/app/server.js:3\nthrow new Error('DATABASE_URL is not set');\n^\n\nError: DATABASE_URL is not set\n    at Object.<anonymous> (/app/server.js:3:7)\n\nNode.js v24.1.0",
      'Error: DATABASE_URL is not set',
    ],
    [
      'Node, a module that is absent',
      "node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\nError: Cannot find module '/app/x.js'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15) {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n\nNode.js v20.1.0",
      "Error: Cannot find module '/app/x.js'",
    ],
    [
      'Node, with a code',
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/server.js\n    at packageResolve",
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/server.js",
    ],
    [
      'Node, a port in use',
      'Error: listen EADDRINUSE: address already in use :::8080\n    at Server.setupListenHandle',
      'Error: listen EADDRINUSE: address already in use :::8080',
    ],
    [
      'Node, through a logger',
      '2024-05-01T10:00:00.000Z ERROR Error: boom\n    at x',
      'Error: boom',
    ],
    [
      'Python',
      'Traceback (most recent call last):\n  File "/app/main.py", line 3, in <module>\n    raise ValueError("x")\nValueError: no DATABASE_URL',
      'ValueError: no DATABASE_URL',
    ],
    [
      'Python under gunicorn, the last of several',
      'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nKeyError: \'A\'\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "a.py", line 5, in <module>\ndjango.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.\n[2024-05-01 10:00:00 +0000] [1] [ERROR] Reason: Worker failed to boot.',
      'django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.',
    ],
    [
      'Java, its last cause',
      'Exception in thread "main" java.lang.IllegalStateException: DB_URL missing\n\tat com.x.Main.main(Main.java:5)\nCaused by: java.net.ConnectException: Connection refused\n\t... 12 more',
      'java.net.ConnectException: Connection refused',
    ],
    [
      'Java, no program',
      'Error: Unable to access jarfile /app/app.jar',
      'Error: Unable to access jarfile /app/app.jar',
    ],
    [
      'Spring',
      '***************************\nAPPLICATION FAILED TO START\n***************************\n\nDescription:\n\nWeb server failed to start. Port 8080 was already in use.\n\nAction:\n\nStop the process',
      'Web server failed to start. Port 8080 was already in use.',
    ],
    [
      'Go',
      'panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48]\n\ngoroutine 1 [running]:\nmain.main()',
      'panic: runtime error: invalid memory address or nil pointer dereference',
    ],
    [
      'Ruby',
      '/app/config.rb:3:in `fetch\': key not found: "DATABASE_URL" (KeyError)\n\tfrom /app/config.rb:3:in `<main>\'',
      'key not found: "DATABASE_URL" (KeyError)',
    ],
    [
      'Ruby 3.4',
      "config.rb:1:in 'Hash#fetch': key not found: \"DATABASE_URL\" (KeyError)\n\tfrom config.rb:1:in '<main>'",
      'key not found: "DATABASE_URL" (KeyError)',
    ],
    [
      '.NET',
      'Unhandled exception. System.InvalidOperationException: The ConnectionString property has not been initialized.\n   at Program.<Main>$(String[] args)',
      'System.InvalidOperationException: The ConnectionString property has not been initialized.',
    ],
    [
      'PHP',
      'PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /app/index.php:3',
      'Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /app/index.php:3',
    ],
    [
      'Rust',
      "thread 'main' panicked at src/main.rs:4:5:\nDATABASE_URL must be set: NotPresent\nnote: run with RUST_BACKTRACE=1",
      'DATABASE_URL must be set: NotPresent',
    ],
    [
      'Rust before 1.73',
      "thread 'main' panicked at 'DATABASE_URL must be set: NotPresent', src/main.rs:4:5",
      'DATABASE_URL must be set: NotPresent',
    ],
    [
      'Elixir',
      '** (RuntimeError) environment variable DATABASE_URL is missing.\n    config/runtime.exs:3: (file)',
      '** (RuntimeError) environment variable DATABASE_URL is missing.',
    ],
    ['a shell', '/bin/sh: 1: gunicorn: not found', '/bin/sh: 1: gunicorn: not found'],
    [
      'a script without its interpreter',
      'exec /app/start.sh: no such file or directory',
      'exec /app/start.sh: no such file or directory',
    ],
    [
      'nginx',
      '2024/05/01 10:00:00 [notice] 1#1: x\nnginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)',
      'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)',
    ],
    [
      'npm',
      'npm error Missing script: "start"\nnpm error\nnpm error To see a list of scripts, run:',
      'Missing script: "start"',
    ],
  ])('is found as %s writes it', (_language, text, line) => {
    expect(errorLine(text.split('\n'))).toEqual({ text: line, kind: 'uncaught' });
  });

  it.each([
    [
      '{"level":"info","msg":"a"}\n{"level":"fatal","msg":"no database"}\n{"msg":"bye"}',
      'no database',
    ],
    ['{"level":60,"msg":"no database"}\n{"level":30,"msg":"bye"}', 'no database'],
    ['{"error": broken', '{"error": broken'],
    ['[warn] a\n[error] connection refused\n[info] bye', '[error] connection refused'],
  ])('is else the last one that is logged as an error: %j', (text, line) => {
    expect(errorLine(text.split('\n'))).toEqual({ text: line, kind: 'logged' });
  });

  it('is else the last one', () => {
    const lines = ['starting', '2024/05/01 10:00:00 DATABASE_URL must be set', ' '];
    expect(errorLine(lines)).toEqual({
      text: '2024/05/01 10:00:00 DATABASE_URL must be set',
      kind: 'last',
    });
  });

  it('is not in an empty log', () => {
    expect(errorLine([])).toBeUndefined();
    expect(errorLine(['', '  '])).toBeUndefined();
  });

  it('is cut to the length of a sentence', () => {
    expect(errorLine([`Error: ${'x'.repeat(400)}`])?.text).toHaveLength(200);
  });
});
