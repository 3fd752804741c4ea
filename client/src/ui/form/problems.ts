// Connects a pure check of a form with react-hook-form: which fields need another look, before anything is sent.
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';

/** The fields that need another look; none where the form may be sent. */
export type ProblemsOf<Values> = (values: Values) => readonly (keyof Values & string)[];

export function problemsResolver<Values extends FieldValues>(problemsOf: ProblemsOf<Values>): Resolver<Values> {
  return (values) => {
    const problems = problemsOf(values);
    if (problems.length === 0) return { values, errors: {} };
    const errors = Object.fromEntries(problems.map((field) => [field, { type: 'check' }]));
    return { values: {}, errors: errors as FieldErrors<Values> };
  };
}

/** Those of `known` that the server named, whatever path stands before them. */
export function namedFields<Field extends string>(
  known: readonly Field[],
  problems: readonly { readonly field: string }[],
): readonly Field[] {
  return known.filter((field) => problems.some((problem) => problem.field.split('.').at(-1) === field));
}
