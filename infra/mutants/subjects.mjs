// @ts-check
// What is tried with lies, and the tests that have to notice them, the quickest first.

/** @type {Readonly<Record<string, { folders: readonly string[], except: readonly string[], tests: readonly string[] }>>} */
export const SUBJECTS = {
  transport: {
    folders: ['shared/src/matching/transport'],
    except: [],
    tests: [
      'shared/src/matching/transport/problem.spec.ts',
      'shared/src/matching/transport/assignment-file.spec.ts',
      'shared/src/matching/transport/certificate.spec.ts',
      'shared/src/matching/transport/known-optima.spec.ts',
      'shared/src/matching/transport/going-on.spec.ts',
      'shared/src/matching/transport/opening.spec.ts',
      'shared/src/matching/bad-input.spec.ts',
      'shared/src/matching/transport/transport.spec.ts',
      'shared/src/matching/solve.spec.ts',
    ],
  },
};
