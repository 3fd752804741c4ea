import { assertUnreachable } from '@tongxing/shared/kernel';
import { make } from '../../../platform/graphql/index.js';
import { toTooMany } from '../../api/viewer.payloads.js';
import type { TooManyAttempts } from '../../api/viewer.types.js';
import type { StepError } from '../second-step.js';
import type { ProveError } from '../step-up.js';
import { FactorWrong, SignInEnded } from './factors.types.js';

export function toStepRefusal(error: StepError | ProveError): FactorWrong | SignInEnded | TooManyAttempts {
  switch (error.code) {
    case 'FACTOR_WRONG':
      return toWrong('triesLeft' in error ? error.triesLeft : null);
    case 'SIGN_IN_ENDED':
      return make(SignInEnded, { code: error.code, message: 'Sign in again.' });
    case 'TOO_MANY_ATTEMPTS':
      return toTooMany(error);
    default:
      return assertUnreachable(error);
  }
}

export const toProveRefusal = (error: ProveError): FactorWrong | TooManyAttempts =>
  error.code === 'FACTOR_WRONG' ? toWrong(null) : toTooMany(error);

const toWrong = (triesLeft: number | null): FactorWrong =>
  make(FactorWrong, { code: 'FACTOR_WRONG', message: 'Not right, or used before.', triesLeft });
