// What the compiler cannot see: unsafe values, forgotten promises, hidden time, switched-off tests, pages nobody can use.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.story.ts'];

/** A test that is switched off or runs alone says nothing about the rest. */
const switchedOffTests = [
  {
    selector:
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo|failing)$/]',
    message: 'Tests are neither skipped nor singled out: mend it or remove it.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Tests are neither skipped nor singled out: mend it or remove it.',
  },
];

/** Time, randomness and ids are passed in, or a rule that depends on the day cannot be tested. */
const hiddenInputs = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Ask the Clock that was passed in.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Ask the Clock that was passed in.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Pass the random source in, so that a run can be repeated.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      '.cache/**',
      '.nx/**',
      'coverage/**',
      'client/src/gql/**',
      'client/src/**/locales/**',
      'infra/borders/fixtures/**',
    ],
  },
  // A rule that one line may switch off is no rule: `eslint-disable` comments have no effect here.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'no-undef': 'off', // the compiler checks names, in .mjs files too
      'no-unused-vars': 'off',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off', // it would have branded ids inferred away
      '@typescript-eslint/no-unsafe-unary-minus': 'off', // money is a branded bigint
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off', // a port is asynchronous even where one adapter answers at once
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...switchedOffTests],
    },
  },
  {
    files: ['shared/src/**/*.ts', 'server/src/**/*.ts'],
    ignores: [...TESTS, 'server/src/platform/**', 'server/src/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...switchedOffTests, ...hiddenInputs] },
  },
  {
    files: ['shared/src/**/*.ts', 'server/src/**/*.ts', 'client/src/**/*.{ts,tsx}'],
    ignores: ['server/src/*.ts', 'server/src/demo/**', ...TESTS],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
  },
  // Runs before the bundle, in whatever browser opens the page.
  { files: ['client/public/**/*.js'], rules: { 'no-var': 'off', 'object-shorthand': 'off' } },
  {
    files: TESTS,
    rules: { '@typescript-eslint/unbound-method': 'off', 'max-lines': 'off' },
  },
);
