// Four projects: pure units, integration (once an engine), browser stories, and the tools' own tests.
// By itself jest runs them file by file; `npm test` runs suites of many files (infra/jest/suites.mjs).
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const swc = require('./infra/jest/swc.cjs');

/** A folder of suites; each imports test files, which then describe themselves. */
const suites = process.env.TEST_SUITES;
const inSuite = suites ? { '\\.(int-spec|spec|story)\\.ts$': '<rootDir>/infra/jest/in-describe.cjs' } : {};

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@tongxing/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/infra/jest/resolver.cjs',
  transform: { ...inSuite, '^.+\\.tsx?$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/(?!$|test/?$|test/suites)'],
};
const tests = (/** @type {string} */ files) => [suites ? `${suites}/*.suite.mjs` : `<rootDir>/${files}`];

export default {
  // For the loaded machine of a build server.
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: tests('{shared,server,client}/src/**/*.spec.ts'),
    },
    {
      ...base,
      displayName: 'tools',
      testMatch: tests('infra/**/*.spec.ts'),
    },
    {
      ...base,
      displayName: 'int',
      testMatch: tests('server/src/**/*.int-spec.ts'),
      setupFiles: ['<rootDir>/server/src/platform/testing/jest.setup.ts'],
    },
    {
      ...base,
      displayName: 'story',
      testMatch: tests('e2e/**/*.story.ts'),
      setupFiles: ['<rootDir>/server/src/platform/testing/jest.setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/e2e/support/close-browser.ts'],
    },
  ],
};
