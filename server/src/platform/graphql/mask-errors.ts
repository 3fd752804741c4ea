// What of an error leaves the platform: a refusal as it is, a bug as a reference.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { newReference, type BugReporter } from './bug-reporter.js';
import { withoutValues } from './without-values.js';

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Only an error that someone here gave a code is meant for the client. All else is a bug: reported whole, answered masked. */
export function maskErrors(bugs: BugReporter): FormatError {
  return (formatted, error) => {
    const cause = causeOf(error);
    if (cause instanceof GraphQLError && typeof cause.extensions['code'] === 'string') {
      return { ...formatted, message: withoutValues(cause.extensions['code'], formatted.message) };
    }
    const reference = newReference();
    const { path } = formatted;
    bugs.report({ reference, error: cause, path });
    return { ...maskedBug(reference), ...(path ? { path } : {}) };
  };
}

export const maskedBug = (reference: string): GraphQLFormattedError => ({
  message: `Something went wrong on our side. Tell whoever runs the platform this reference: ${reference}`,
  extensions: { code: 'INTERNAL', reference },
});

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
