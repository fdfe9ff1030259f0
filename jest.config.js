/** Tests are TypeScript run as ES modules; swc only strips types, `npm run typecheck` checks them. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};

/** What a unit test takes for granted: processes as Linux shows them; POSIX's paths, modes, links, pipes. */
const ONLY = {
  linux: ['unit/image/command-process', 'unit/commands/clean-up'],
  posix: [
    'unit/commands/image',
    'unit/document/read',
    'unit/image/build-files',
    'unit/image/docker-config',
    'unit/image/epoch',
  ],
};

const leftOut =
  {
    linux: [],
    win32: [...ONLY.linux, ...ONLY.posix],
  }[process.platform] ?? ONLY.linux;

export default {
  // A guard against what hangs, not a measure: machines that do other work beside are slow.
  testTimeout: 20_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...leftOut],
    },
    {
      ...shared,
      displayName: 'local-aws',
      testMatch: ['<rootDir>/__tests__/local-aws/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'scenario',
      testMatch: ['<rootDir>/__tests__/scenario/**/*.test.ts'],
    },
    { ...shared, displayName: 'random', testMatch: ['<rootDir>/__tests__/random/**/*.test.ts'] },
    { ...shared, displayName: 'docker', testMatch: ['<rootDir>/__tests__/docker/**/*.test.ts'] },
  ],
};
