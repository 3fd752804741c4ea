// Between the resolver and the services of inviting and joining.
import { Injectable } from '@nestjs/common';
import { assertUnreachable, type LocalDate, type OfficeId, type PersonId } from '@tongxing/shared/kernel';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, type GraphqlContext } from '../../platform/graphql/index.js';
import type { SecondFactorNeededError } from '../accounts.js';
import { Agencies } from '../agencies/agencies.js';
import type { InvitedRole } from '../invitations/invitation.entity.js';
import { Invitations, type Invited, type InviteError } from '../invitations/invitations.js';
import { Joining, type Joined, type JoinError } from '../invitations/joining.js';
import { Volunteers } from '../volunteers/volunteers.js';
import {
  AccountOpensLater,
  AlreadyHasAccount,
  IdentifierTaken,
  InvitationEnded,
  InvitationSent,
  InvitationType,
  RoleNotYours,
  toStanding,
  type AcceptInvitationInput,
  type AcceptInvitationResult,
  type InvitedRoleInput,
  type InvitePersonInput,
  type InvitePersonResult,
  type RevokeInvitationInput,
  type RevokeInvitationResult,
} from './invitations.types.js';
import { ViewerApi } from './viewer.api.js';
import { toSignInRefusal } from './viewer.payloads.js';
import { visitOf } from './visit.js';

@Injectable()
export class InvitationsApi {
  constructor(
    private readonly invitations: Invitations,
    private readonly joining: Joining,
    private readonly agencies: Agencies,
    private readonly volunteers: Volunteers,
    private readonly viewer: ViewerApi,
  ) {}

  async invite(actor: PersonActor, input: InvitePersonInput): Promise<typeof InvitePersonResult> {
    const [agency, today] = await Promise.all([this.agencies.get(actor.agencyId), this.agencies.today(actor.agencyId)]);
    const outcome = await this.invitations.invite(actor, {
      personId: await this.#personOf(actor, input.personId),
      name: input.name ?? undefined,
      roles: input.roles?.map((role) => toInvitedRole(role, today)),
      identifier: input.identifier?.trim() || undefined,
      locale: input.locale ?? (agency.locale === 'en' ? 'en' : 'zh-CN'),
    });
    if (!outcome.ok) return toInviteRefusal(outcome.error);
    return make(InvitationSent, { account: toResult(outcome.value), path: outcome.value.path });
  }

  async revoke(actor: PersonActor, input: RevokeInvitationInput): Promise<typeof RevokeInvitationResult> {
    const outcome = await this.invitations.revoke(actor, fromGlobalId('Invitation', input.invitationId) ?? '');
    return outcome.ok ? toResult(outcome.value) : toCommonPayload(outcome.error);
  }

  async look(token: string): Promise<InvitationType | null> {
    const view = await this.joining.look(token);
    if (!view) return null;
    const { agency, identifierHint, hasAccount, roles, locale, expiresAt } = view;
    return make(InvitationType, {
      agencyName: agency.name,
      identifierHint,
      hasAccount,
      roles: [...roles],
      locale,
      expiresAt,
    });
  }

  async accept(input: AcceptInvitationInput, context: GraphqlContext): Promise<typeof AcceptInvitationResult> {
    const { token, password, locale, privacyVersion: privacy, termsVersion: terms } = input;
    const outcome = await this.joining.join(
      { token, password, locale, agreedTo: { privacy, terms } },
      visitOf(context),
    );
    if (outcome.ok) return this.#joined(outcome.value, context);
    const { error } = outcome;
    return error.code === 'SECOND_FACTOR_NEEDED' ? this.viewer.holdBack(error, context) : toJoinRefusal(error);
  }

  async #joined({ session, opensOn }: Joined, context: GraphqlContext): Promise<typeof AcceptInvitationResult> {
    if (session) return this.viewer.enter(session, context);
    if (opensOn === undefined) return make(InvitationEnded, ENDED);
    const later = { code: 'ACCOUNT_OPENS_LATER', message: 'The account is made; the first role begins later.' };
    return make(AccountOpensLater, { ...later, opensOn });
  }

  /** A page that shows a volunteer knows their id as one; an id that leads nowhere stays one that leads nowhere. */
  async #personOf(actor: PersonActor, id: string | null | undefined): Promise<PersonId | undefined> {
    if (!id) return undefined;
    const volunteerId = fromGlobalId('Volunteer', id);
    if (volunteerId === undefined) return (fromGlobalId('Person', id) ?? 'nobody') as PersonId;
    const volunteer = await this.volunteers.find(rowsFor(actor, 'volunteer.read'), volunteerId);
    return (volunteer?.person.id ?? 'nobody') as PersonId;
  }
}

const toInvitedRole = ({ role, officeId, startsOn, endsOn }: InvitedRoleInput, today: LocalDate): InvitedRole => ({
  role,
  officeId: officeId ? ((fromGlobalId('Office', officeId) ?? 'nowhere') as OfficeId) : null,
  startsOn: startsOn ?? today,
  endsOn: endsOn ?? null,
});

const toResult = ({ personId, standing }: Invited) => toStanding(personId, standing);

const ENDED = { code: 'INVITATION_ENDED', message: 'This link does not open anything any more.' };

function toInviteRefusal(error: InviteError): typeof InvitePersonResult {
  switch (error.code) {
    case 'NOT_FOUND':
    case 'INVALID_INPUT':
      return toCommonPayload(error);
    case 'ROLE_NOT_YOURS':
      return make(RoleNotYours, { code: error.code, message: 'This role is not yours to give.', role: error.role });
    case 'ALREADY_HAS_ACCOUNT':
      return make(AlreadyHasAccount, { code: error.code, message: 'There is an account already.' });
    case 'IDENTIFIER_TAKEN':
      return make(IdentifierTaken, { code: error.code, message: 'Somebody of the agency signs in with it.' });
    default:
      return assertUnreachable(error);
  }
}

function toJoinRefusal(error: Exclude<JoinError, SecondFactorNeededError>): typeof AcceptInvitationResult {
  switch (error.code) {
    case 'INVALID_INPUT':
      return toCommonPayload(error);
    case 'SIGN_IN_FAILED':
    case 'TOO_MANY_ATTEMPTS':
      return toSignInRefusal(error);
    case 'INVITATION_ENDED':
      return make(InvitationEnded, ENDED);
    default:
      return assertUnreachable(error);
  }
}
