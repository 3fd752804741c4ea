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
import { Invitations } from './invitations/invitations.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { Joining } from './invitations/joining.js';

export const ACCOUNT_SERVICES = [
  Accounts,
  CredentialCodes,
  Devices,
  DoorMemory,
  IdentifierChanges,
  Invitations,
  InvitationsRepository,
  Joining,
  PasswordResets,
];
export const ACCOUNT_API = [
  CredentialsApi,
  CredentialsResolver,
  DevicesResolver,
  InvitationsApi,
  InvitationsResolver,
  ViewerApi,
  ViewerResolver,
  VolunteerAccountResolver,
];
