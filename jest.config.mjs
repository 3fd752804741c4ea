// Four suites: pure units, integration (once an engine), browser stories, and the tools' own tests.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const swc = require('./infra/jest/swc.cjs');

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@tongxing/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/infra/jest/resolver.cjs',
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/'],
};

export default {
  testTimeout: 30_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{shared,server,client}/src/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'tools',
      testMatch: ['<rootDir>/infra/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'int',
      testMatch: ['<rootDir>/server/src/**/*.int-spec.ts'],
      setupFiles: ['<rootDir>/server/src/platform/testing/jest.setup.ts'],
    },
    {
      ...base,
      displayName: 'story',
      testMatch: ['<rootDir>/e2e/**/*.story.ts'],
      setupFiles: ['<rootDir>/server/src/platform/testing/jest.setup.ts'],
    },
  ],
};
