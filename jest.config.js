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

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/__tests__/unit/**/*.test.ts'] },
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
