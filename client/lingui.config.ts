// Words: Chinese stands in the code; English in one en.po per feature and face, so that each page loads only its own.
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const exclude = ['**/*.spec.ts', '**/locales/**'];

export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'zh-CN',
  locales: ['zh-CN', 'en'],
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
  catalogs: [
    { path: '<rootDir>/src/app/locales/{locale}', include: ['<rootDir>/src/app', '<rootDir>/src/ui'], exclude },
    {
      path: '<rootDir>/src/features/{name}/locales/{locale}',
      include: ['<rootDir>/src/features/{name}/'],
      exclude,
    },
    { path: '<rootDir>/src/faces/{name}/locales/{locale}', include: ['<rootDir>/src/faces/{name}/'], exclude },
  ],
});
