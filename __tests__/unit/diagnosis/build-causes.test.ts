import { describe, expect, it } from '@jest/globals';
import { explain } from '../../../src/diagnosis/known-causes.ts';
import { actionFile } from '../../support/unit-action-file.ts';

const STARTED = '[AppRunner] Starting source code build.';
const ENDED =
  '[AppRunner] Deployment with ID : e1994c264adf4e54954be3036fa89bcb failed. Failure reason : Failed to build your application source code.';
const failed = (reason: string) => [
  STARTED,
  `[AppRunner] Failed to build your application source code. Reason: ${reason}.`,
  ENDED,
];
const COMMAND = failed("Failed to execute 'build' command");

/** Lines as a build of App Runner's prints them, around what a command prints. */
const printed = (...lines: readonly string[]) => [
  '[Build] Step 3/4 : RUN npm ci && npm run build',
  '[Build]  ---> Running in 16563821c985',
  ...lines.map((line) => `[Build] ${line}`),
  '[Build] Removing intermediate container 16563821c985',
];

const explained = (events: readonly string[], build: readonly string[] = []) =>
  explain({ events, build, application: [], addresses: [] });

/** Name, App Runner's lines, the build's lines, cause, a part of the remedy, and if it is sure. */
const CASES: readonly [string, string[], string[], string, string, boolean][] = [
  [
    'no apprunner.yaml',
    failed('App Runner configuration file apprunner.yaml not found'),
    [],
    'the repository has no apprunner.yaml in its source directory',
    'configuration-source: API',
    true,
  ],
  [
    'an apprunner.yaml that is not valid',
    failed('The apprunner.yaml configuration file is invalid: mapping values are not allowed here'),
    [],
    'apprunner.yaml is not valid: The apprunner.yaml configuration file is invalid: mapping values are not allowed here',
    'indentation',
    true,
  ],
  [
    'a runtime version that is too old or too new',
    failed(
      'The specified runtime version is not supported. Refer to the Release information in the App Runner Developer guide for supported runtime versions',
    ),
    [],
    'App Runner does not support the runtime version',
    'release information',
    true,
  ],
  [
    'a repository that is out of reach',
    failed('Failed to pull repository my-account/hello'),
    [],
    'App Runner could not read the code repository',
    'source-branch',
    true,
  ],
  [
    'a reason that nobody has told of yet',
    failed('The stars are wrong'),
    ['[Build] Step 1/3 : COPY . /app'],
    'App Runner could not build the source code: The stars are wrong',
    'last lines',
    true,
  ],
  [
    'a program that is not there',
    COMMAND,
    printed('> hello@1.0.0 build', '> tsc', 'sh: tsc: command not found'),
    'the build command failed: sh: tsc: command not found',
    'environment-variables are there for the running application alone',
    true,
  ],
  [
    'an error of the language',
    COMMAND,
    printed("Error: Cannot find module '/app/build.js'", '    at Module._load'),
    "the build command failed: Error: Cannot find module '/app/build.js'",
    'source directory',
    true,
  ],
  [
    'a package that is not there, as npm says it',
    COMMAND,
    printed(
      'npm warn deprecated inflight@1.0.6: This module leaks memory, and is an error waiting to happen',
      'npm error code E404',
      'npm error 404 Not Found - GET https://registry.npmjs.org/nope - Not found',
      "npm error 404  'nope@*' is not in this registry.",
      'npm error A complete log of this run can be found in: /root/.npm/_logs/x-debug-0.log',
    ),
    'the build command failed: npm error 404 Not Found - GET https://registry.npmjs.org/nope - Not found',
    'source directory',
    false,
  ],
  [
    'a package that is not there, as pip says it',
    failed("Failed to execute 'pre_build' command"),
    [
      '[PreBuild] ERROR: Could not find a version that satisfies the requirement nope (from versions: none)',
      '[PreBuild] ERROR: No matching distribution found for nope',
      "[PreBuild] WARNING: Running pip as the 'root' user can result in broken permissions",
    ],
    'the pre-build command failed: ERROR: Could not find a version that satisfies the requirement nope (from versions: none)',
    'source directory',
    false,
  ],
  [
    'an error of a compiler',
    COMMAND,
    printed(
      "src/server.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
      "src/server.ts(9,1): error TS2304: Cannot find name 'y'.",
    ),
    "the build command failed: src/server.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
    'source directory',
    false,
  ],
  [
    'a last line',
    COMMAND,
    printed('checking', 'the tests say no', ''),
    'the build command failed; its last line was: the tests say no',
    'source directory',
    false,
  ],
  [
    'nothing',
    COMMAND,
    [],
    'the build command failed, and no line of the build is there',
    'fresh checkout',
    false,
  ],
  [
    'a reason that is not told',
    [STARTED, ENDED],
    printed('sh: tsc: command not found'),
    'the build of the source code failed: sh: tsc: command not found',
    'source directory',
    true,
  ],
];

describe('a build of source code that failed', () => {
  it.each(CASES)('is explained by %s', (_name, events, build, cause, remedy, sure) => {
    const found = explained(events, build);
    expect(found?.cause).toBe(cause);
    expect(found?.remedy).toContain(remedy);
    expect(found?.sure).toBe(sure);
  });

  it('has remedies that name no input that there is not', () => {
    const named = CASES.flatMap(([, events, build]) =>
      [...`${explained(events, build)?.remedy}`.matchAll(/\b[a-z]+(?:-[a-z]+)+\b/g)].map(
        ([input]) => input,
      ),
    );
    expect(Object.keys(actionFile().inputs)).toEqual(expect.arrayContaining(named));
  });

  it('comes before what the application of the version before wrote', () => {
    const found = explain({
      events: COMMAND,
      build: printed('sh: tsc: command not found'),
      application: ['exec /bin/sh: exec format error'],
      addresses: [],
    });
    expect(found?.cause).toBe('the build command failed: sh: tsc: command not found');
  });

  it('is told from a failure of what it has made', () => {
    const events = [
      STARTED,
      '[AppRunner] Successfully built your application source code.',
      '[AppRunner] Your application stopped or failed to start. See logs for more information. Container exit code: 3',
    ];
    const build = printed('warning: an error may follow', 'Error: not this one');
    expect(explained(events, build)?.cause).toBe(
      'the container exited with code 3, and the application wrote no log line',
    );
  });
});
