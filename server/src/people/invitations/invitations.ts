import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Logins, normaliseIdentifier, type Locale } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository, type OpenPerson } from '../people.repository.js';
import { standingOf, type AccountStanding } from './account-standing.js';
import type { InvitedRole } from './invitation.entity.js';
import { InvitationsRepository } from './invitations.repository.js';
import { refusedPost } from './may-invite.js';

export interface InviteInput {
  /** Somebody whom the agency knows; undefined for somebody new, who then needs a name and a role. */
  readonly personId?: PersonId | undefined;
  readonly name?: string | undefined;
  /** Roles taken up on accepting, beside those that the person has; left out: those of the invitation that stands. */
  readonly roles?: readonly InvitedRole[] | undefined;
  /** Phone number or e-mail; left out: where the invitation that stands went, or the address or phone number on file. */
  readonly identifier?: string | undefined;
  /** Language of the message; the invited person chooses their own on accepting. */
  readonly locale: Locale;
}
export type InviteError =
  | InvalidInputError
  | NotFoundError
  | { readonly code: 'ROLE_NOT_YOURS'; readonly role: Role }
  | { readonly code: 'ALREADY_HAS_ACCOUNT' }
  | { readonly code: 'IDENTIFIER_TAKEN' };
export interface Invited {
  readonly personId: PersonId;
  readonly standing: AccountStanding;
}
export interface Sent extends Invited {
  /** Of the link, as it was sent: shown to the inviter once, stored nowhere. */
  readonly path: string;
}
/** What became of one of many invitations. */
export type BulkInvitation =
  | { readonly state: 'SENT'; readonly invitationId: string }
  | { readonly state: 'HAS_ACCOUNT' | 'ALREADY_INVITED' | 'NO_PHONE' | 'PHONE_TAKEN' | 'NOT_YOURS' };
/** What the message needs. */
export interface InvitationLetter {
  readonly to: string;
  readonly locale: Locale;
  readonly personId: PersonId;
  readonly expiresAt: string;
}

const LONGEST_NAME = 120;

/** Brings people in: whoever is invited makes the account themselves. Nobody ever chooses another's password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: InvitationsRepository,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly logins: Logins,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Invites, or invites again: the link before ends. */
  async invite(actor: PersonActor, input: InviteInput): Promise<Result<Sent, InviteError>> {
    const { agencyId } = actor;
    const known = input.personId ? await this.#person(agencyId, input.personId) : undefined;
    if (input.personId && !known) return err({ code: 'NOT_FOUND' });
    const standing = known && (await this.repository.openOf(agencyId, [known.id])).get(known.id);
    const onFile = standing
      ? await this.repository.identifierOf(standing)
      : known && (await this.#onFile(agencyId, known));
    const identifier = normaliseIdentifier(input.identifier ?? onFile ?? '');
    const roles = input.roles ?? standing?.roles ?? [];
    const fields = problemsOf({ ...input, roles }, known, onFile, identifier);
    if (fields.length > 0 || !identifier) return err({ code: 'INVALID_INPUT', fields });
    const refused = await this.#refusedRole(actor, known, roles);
    if (refused) return err(refused);
    if (known && (await this.#hasAccount(agencyId, known.id))) return err({ code: 'ALREADY_HAS_ACCOUNT' });
    if (await this.#isTaken(agencyId, identifier, known)) return err({ code: 'IDENTIFIER_TAKEN' });
    const noted = identifier === onFile;
    return this.work.run(actor, () => this.#invite(actor, { ...input, roles }, identifier, known, noted));
  }

  /** One of many, to the phone number on file and with no role beside those held; inside the unit of work of all. */
  async inviteWithin(actor: PersonActor, person: OpenPerson, locale: Locale): Promise<BulkInvitation> {
    const { agencyId } = actor;
    await this.people.lock(agencyId, person.id);
    const { state } = (await this.standings(agencyId, [person.id])).get(person.id) ?? { state: 'NOT_INVITED' };
    if (state === 'HAS_ACCOUNT') return { state };
    // A link that is on its way stays good: nobody's message is made worthless by a second one.
    if (state === 'INVITED') return { state: 'ALREADY_INVITED' };
    const identifier = normaliseIdentifier(person.phone ?? '');
    if (!identifier) return { state: 'NO_PHONE' };
    if (person.erased || (await this.#refusedRole(actor, person, []))) return { state: 'NOT_YOURS' };
    if (await this.#isTaken(agencyId, identifier, person)) return { state: 'PHONE_TAKEN' };
    const standing = (await this.repository.openOf(agencyId, [person.id])).get(person.id);
    const roles = standing?.roles ?? [];
    // An invitation that ran out kept its roles: they are the inviter's to give, or it is not sent.
    if (await this.#refusedRole(actor, person, roles)) return { state: 'NOT_YOURS' };
    const { invitationId } = await this.#send(actor, { roles, locale }, identifier, person.id, true);
    return { state: 'SENT', invitationId };
  }

  /** Somebody asks for an account themselves, at the number on file, for the roles they hold; inside a unit of work. */
  async inviteOwnWish(agencyId: AgencyId, person: OpenPerson, locale: Locale): Promise<void> {
    await this.people.lock(agencyId, person.id);
    const identifier = normaliseIdentifier(person.phone ?? '');
    if (!identifier || person.erased || (await this.#isTaken(agencyId, identifier, person))) return;
    const offered = (await this.repository.openOf(agencyId, [person.id])).get(person.id)?.roles ?? [];
    if (offered.length > 0 || (await this.#hasAccount(agencyId, person.id))) return;
    await this.#send({ agencyId, personId: person.id }, { roles: [], locale }, identifier, person.id, true);
  }

  /** Takes one of many back inside the unit of work of all; false where it was used, ended or replaced. */
  async takeBack(actor: PersonActor, invitationId: string): Promise<boolean> {
    const invitation = await this.repository.open(actor.agencyId, invitationId);
    const known = invitation && (await this.#person(actor.agencyId, invitation.personId));
    if (!known || (await this.#refusedRole(actor, known, invitation.roles))) return false;
    if (!(await this.repository.revoke(invitation.id))) return false;
    this.trail.record({ action: 'invitation.revoked', subjectType: 'Person', subjectId: known.id });
    return true;
  }

  /** Takes an open invitation back: its link is dead at once. */
  async revoke(actor: PersonActor, invitationId: string): Promise<Result<Invited, NotFoundError>> {
    const missing = err({ code: 'NOT_FOUND' as const });
    const invitation = await this.repository.open(actor.agencyId, invitationId);
    if (!invitation) return missing;
    const known = await this.#person(actor.agencyId, invitation.personId);
    if (!known || (await this.#refusedRole(actor, known, invitation.roles))) return missing;
    return this.work.run(actor, async () => {
      if (!(await this.repository.revoke(invitation.id))) return missing;
      this.trail.record({ action: 'invitation.revoked', subjectType: 'Person', subjectId: known.id });
      return ok(await this.#invited(actor.agencyId, known.id));
    });
  }

  /** How each of these people stands to an account; whoever lists people asks for a whole page at once. */
  async standings(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlyMap<string, AccountStanding>> {
    const [logins, open] = await Promise.all([
      this.people.loginsOf(agencyId, personIds),
      this.repository.openOf(agencyId, personIds),
    ]);
    const now = this.clock.nowIso();
    return new Map(personIds.map((id) => [id, standingOf(logins.has(id), open.get(id), now)]));
  }

  /** Whether the actor may invite the holder of these roles; for pages that offer only what is possible. */
  async mayInvite(actor: PersonActor, personId: PersonId): Promise<boolean> {
    const known = await this.#person(actor.agencyId, personId);
    return known !== undefined && (await this.#refusedRole(actor, known, [])) === undefined;
  }

  /** What the sending job writes; undefined where the invitation has ended meanwhile. */
  async letterOf(invitationId: string): Promise<InvitationLetter | undefined> {
    const invitation = await this.repository.byId(invitationId);
    if (!invitation?.openPersonId) return undefined;
    const to = await this.repository.identifierOf(invitation);
    const personId = invitation.personId as PersonId;
    return { to, locale: invitation.locale as Locale, personId, expiresAt: invitation.expiresAt };
  }

  async #invite(
    actor: PersonActor,
    input: CheckedInput,
    identifier: string,
    known: OpenPerson | undefined,
    onFile: boolean,
  ): Promise<Result<Sent, InviteError>> {
    const { agencyId } = actor;
    const personId = known?.id ?? (await this.#addPerson(agencyId, input, identifier));
    await this.people.lock(agencyId, personId);
    // Once more, now that nobody else can change it.
    if (await this.#hasAccount(agencyId, personId)) return err({ code: 'ALREADY_HAS_ACCOUNT' });
    const { path } = await this.#send(actor, input, identifier, personId, onFile);
    return ok({ ...(await this.#invited(agencyId, personId)), path });
  }

  /** Inside a unit of work that holds the person's row. */
  async #send(
    actor: Pick<PersonActor, 'agencyId' | 'personId'>,
    { roles, locale }: Pick<CheckedInput, 'roles' | 'locale'>,
    identifier: string,
    personId: PersonId,
    onFile: boolean,
  ): Promise<{ readonly invitationId: string; readonly path: string }> {
    const { agencyId } = actor;
    const identifierIndex = this.logins.indexOf(identifier);
    const createdBy = actor.personId;
    const invitation = { agencyId, personId, identifier, identifierIndex, locale, roles, createdBy };
    const { id, token } = await this.repository.replace(invitation);
    this.trail.record({
      action: 'person.invited',
      subjectType: 'Person',
      subjectId: personId,
      facts: {
        channel: identifier.includes('@') ? 'MAIL' : 'SMS',
        onFile,
        roles: roles.map((role) => role.role).join(' '),
      },
    });
    const path = `/join/${token}`;
    await this.outbox.publish('PersonInvited', { invitationId: id, personId, path }, { subject: personId });
    return { invitationId: id, path };
  }

  #addPerson(agencyId: AgencyId, { name = '' }: InviteInput, identifier: string): Promise<PersonId> {
    // An address that was typed for an invitation stays with the invitation: it may be taken back.
    const phone = identifier.includes('@') ? undefined : identifier;
    return this.people.add({ agencyId, name: name.trim(), phone });
  }

  async #invited(agencyId: AgencyId, personId: PersonId): Promise<Invited> {
    const standing = (await this.standings(agencyId, [personId])).get(personId);
    return { personId, standing: standing ?? { state: 'NOT_INVITED' } };
  }

  async #person(agencyId: AgencyId, id: string): Promise<OpenPerson | undefined> {
    const person = (await this.people.byIds(agencyId, [id])).get(id);
    return person?.erased ? undefined : person;
  }

  /** Whoever is invited comes with every role they hold already: an invitation must not open more than its maker may give. */
  async #refusedRole(
    actor: PersonActor,
    known: OpenPerson | undefined,
    added: readonly InvitedRole[],
  ): Promise<Exclude<InviteError, InvalidInputError> | undefined> {
    const today = await this.agencies.today(actor.agencyId);
    const held = known ? await this.people.rolesFrom(actor.agencyId, known.id, today) : [];
    const { offices } = rowsFor(actor, 'person.invite');
    const inviter = { roles: actor.roles, offices };
    const hidden = refusedPost(inviter, held);
    // Somebody of another office is not there at all; a role that is not theirs to give is said.
    if (hidden && actor.roles.length > 0 && offices !== 'ALL' && !refusedPost({ ...inviter, offices: 'ALL' }, held)) {
      return { code: 'NOT_FOUND' };
    }
    const refused = hidden ?? refusedPost(inviter, added);
    return refused && { code: 'ROLE_NOT_YOURS', role: refused.role };
  }

  /** A colleague’s work is done at a desk: the address comes before the phone number, where there is one. */
  async #onFile(agencyId: AgencyId, { id, phone }: OpenPerson): Promise<string | undefined> {
    return (await this.people.emailsOf(agencyId, [id])).get(id) ?? phone;
  }

  async #hasAccount(agencyId: AgencyId, personId: PersonId): Promise<boolean> {
    return (await this.people.loginsOf(agencyId, [personId])).size > 0;
  }

  /**
   * By an account of this agency, or as the phone number or address of somebody new who turns out to be known. Whether somebody has
   * an account elsewhere is nobody's business here.
   */
  async #isTaken(agencyId: AgencyId, identifier: string, known: OpenPerson | undefined): Promise<boolean> {
    const isKnown = identifier.includes('@')
      ? () => this.people.knowsEmail(agencyId, identifier)
      : async () => (await this.people.idsByPhone(agencyId, [identifier])).size > 0;
    if (!known && (await isKnown())) return true;
    const login = await this.logins.byIdentifier(identifier);
    if (!login) return false;
    const standings = await this.people.standingsOf(login.id as LoginId);
    return standings.some((standing) => standing.agencyId === agencyId);
  }
}

type CheckedInput = InviteInput & { readonly roles: readonly InvitedRole[] };

function problemsOf(
  input: CheckedInput,
  known: OpenPerson | undefined,
  onFile: string | undefined,
  identifier: string | undefined,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!known) {
    const length = (input.name ?? '').trim().length;
    if (length === 0) problems.push({ field: 'name', code: 'REQUIRED' });
    if (length > LONGEST_NAME) problems.push({ field: 'name', code: 'TOO_LONG' });
    if (input.roles.length === 0) problems.push({ field: 'roles', code: 'REQUIRED' });
  }
  if (input.roles.some(({ startsOn, endsOn }) => endsOn !== null && endsOn < startsOn)) {
    problems.push({ field: 'roles', code: 'ENDS_BEFORE_IT_STARTS' });
  }
  if (!identifier) {
    const code = input.identifier === undefined && !onFile ? 'REQUIRED' : 'NOT_PHONE_OR_EMAIL';
    problems.push({ field: 'identifier', code });
  }
  return problems;
}
