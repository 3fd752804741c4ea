// What the module consists of around accounts: signing in, devices, invitations, lost passwords.
import { Accounts } from './accounts.js';
import { CredentialsApi } from './api/credentials.api.js';
import { CredentialsResolver } from './api/credentials.resolver.js';
import { DevicesResolver } from './api/devices.resolver.js';
import { InvitationsApi } from './api/invitations.api.js';
import { InvitationsResolver, VolunteerAccountResolver } from './api/invitations.resolver.js';
import { ViewerApi } from './api/viewer.api.js';
import { ViewerResolver } from './api/viewer.resolver.js';
import { CredentialCodes } from './credentials/credential-codes.js';
import { IdentifierChanges } from './credentials/identifier-changes.js';
import { PasswordResets } from './credentials/password-resets.js';
import { Devices } from './devices.js';
import { DoorMemory } from './door-memory.js';
import { FactorDutyResolver } from './factors/api/factor-duty.resolver.js';
import { FactorResetsResolver } from './factors/api/factor-resets.resolver.js';
import { FactorsApi } from './factors/api/factors.api.js';
import { FactorsResolver } from './factors/api/factors.resolver.js';
import { PasskeysApi } from './factors/api/passkeys.api.js';
import { OwnPasskeysResolver, PasskeySignInResolver } from './factors/api/passkeys.resolver.js';
import { SecondStepResolver } from './factors/api/second-step.resolver.js';
import { FactorChallenges } from './factors/factor-challenges.js';
import { FactorDuty } from './factors/factor-duty.js';
import { FactorMemory } from './factors/factor-memory.js';
import { FactorResets } from './factors/factor-resets.js';
import { FactorStore } from './factors/factor-store.js';
import { FactorsPersonalData } from './factors/factors-personal-data.js';
import { OwnerCheck } from './factors/owner-check.js';
import { OwnFactors } from './factors/own-factors.js';
import { PasskeySignIn } from './factors/passkey-sign-in.js';
import { Passkeys } from './factors/passkeys.js';
import { SecondStep } from './factors/second-step.js';
import { StepUp } from './factors/step-up.js';
import { Invitations } from './invitations/invitations.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { Joining } from './invitations/joining.js';

export const ACCOUNT_SERVICES = [
  Accounts,
  CredentialCodes,
  Devices,
  DoorMemory,
  FactorChallenges,
  FactorDuty,
  FactorMemory,
  FactorResets,
  FactorStore,
  FactorsPersonalData,
  IdentifierChanges,
  Invitations,
  InvitationsRepository,
  Joining,
  OwnerCheck,
  OwnFactors,
  PasskeySignIn,
  Passkeys,
  PasswordResets,
  SecondStep,
  StepUp,
];
export const ACCOUNT_API = [
  CredentialsApi,
  CredentialsResolver,
  DevicesResolver,
  FactorDutyResolver,
  FactorResetsResolver,
  FactorsApi,
  FactorsResolver,
  OwnPasskeysResolver,
  PasskeySignInResolver,
  PasskeysApi,
  SecondStepResolver,
  InvitationsApi,
  InvitationsResolver,
  ViewerApi,
  ViewerResolver,
  VolunteerAccountResolver,
];
