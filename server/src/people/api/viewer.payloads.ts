import { assertUnreachable } from '@tongxing/shared/kernel';
import type { TooManyAttemptsError } from '../../platform/auth/index.js';
import { make, toGlobalId } from '../../platform/graphql/index.js';
import type { Profile, SignInError } from '../accounts.js';
import type { FactorMethod } from '../factors/factor.entities.js';
import type { OwnerError } from '../factors/owner-check.js';
import type { StepUpNeededError } from '../factors/step-up.js';
import {
  AgencyType,
  SecondFactorNeeded,
  SignInFailed,
  StepUpNeeded,
  TooManyAttempts,
  ViewerType,
} from './viewer.types.js';

export function toViewer(profile: Profile, today: string): ViewerType {
  const { actor, agency } = profile;
  return make(ViewerType, {
    id: toGlobalId('Person', actor.personId),
    name: profile.name,
    locale: profile.locale,
    roles: [...actor.roles],
    face: profile.face,
    agency: make(AgencyType, {
      id: toGlobalId('Agency', agency.id),
      name: agency.name,
      timeZone: agency.timeZone,
      contactPhone: agency.contactPhone,
      today,
    }),
    permissions: [...actor.permissions],
  });
}

export function toSignInRefusal(error: SignInError): SignInFailed | TooManyAttempts {
  switch (error.code) {
    case 'SIGN_IN_FAILED':
      return make(SignInFailed, { code: error.code, message: 'Unknown account or wrong password.' });
    case 'TOO_MANY_ATTEMPTS':
      return toTooMany(error);
    default:
      return assertUnreachable(error);
  }
}

export const toSecondFactor = (methods: readonly FactorMethod[]): SecondFactorNeeded =>
  make(SecondFactorNeeded, {
    code: 'SECOND_FACTOR_NEEDED',
    message: 'The password was right; now the second step.',
    methods: [...methods],
  });

export const toTooMany = ({ code, retryAfterSeconds }: TooManyAttemptsError): TooManyAttempts =>
  make(TooManyAttempts, { code, message: 'Too many attempts; wait a little.', retryAfterSeconds });

export const toStepUp = ({ code, methods }: StepUpNeededError): StepUpNeeded =>
  make(StepUpNeeded, { code, message: 'Show a second factor again first.', methods: [...methods] });

export function toOwnerRefusal(error: OwnerError): SignInFailed | StepUpNeeded | TooManyAttempts {
  return error.code === 'STEP_UP_NEEDED' ? toStepUp(error) : toSignInRefusal(error);
}
