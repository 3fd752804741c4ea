// Colleagues and their dated roles: granted from a day, ended after a day, never flipped, and nobody's people left alone.
import { Injectable } from '@nestjs/common';
import {
  addDays,
  err,
  ok,
  type AgencyId,
  type LocalDate,
  type OfficeId,
  type PersonId,
  type Result,
} from '@tongxing/shared/kernel';
import { ROLES, type Role } from '@tongxing/shared/permissions';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Agencies } from '../agencies/agencies.js';
import type { Office } from '../agencies/office.entity.js';
import { FactorDuty } from '../factors/factor-duty.js';
import type { AccountStanding } from '../invitations/account-standing.js';
import type { InvitedRole } from '../invitations/invitation.entity.js';
import { Invitations } from '../invitations/invitations.js';
import { InvitationsRepository } from '../invitations/invitations.repository.js';
import { ERASED_NAME, PeopleRepository } from '../people.repository.js';
import { holds, PostHandovers } from './post-handovers.js';
import { StaffRepository, type Post } from './staff.repository.js';

/** Roles of the desk that a director gives: the platform's operator is not an agency's to name. */
export const GRANTABLE: readonly Role[] = ROLES.filter(
  (role) =>
    !(['VOLUNTEER', 'EMPLOYEE', 'DONOR', 'GUARDIAN', 'CSR_COORDINATOR', 'PLATFORM_OPERATOR'] as Role[]).includes(role),
);
export const STAFF_REFUSALS = [
  'OWN_ROLE',
  'LAST_DIRECTOR',
  'ROLE_NOT_GIVEN_HERE',
  'HANDOVER_NEEDED',
  'TOO_CLOSE',
] as const;
export type StaffRefusal = (typeof STAFF_REFUSALS)[number];
export interface StaffRefusedError {
  readonly code: 'STAFF_REFUSED';
  readonly why: StaffRefusal;
  /** What would be left without anybody: volunteers supervised, companionships stood beside. */
  readonly volunteers: number;
  readonly companionships: number;
}
export type StaffError = InvalidInputError | NotFoundError | StaffRefusedError;

export interface StaffMember {
  readonly personId: PersonId;
  readonly name: string;
  /** Where an invitation goes unless another place is named: the address on file. */
  readonly email: string | undefined;
  readonly account: AccountStanding;
  readonly stopped: boolean;
  readonly posts: readonly Post[];
  /** Roles that begin once an invitation is accepted. */
  readonly awaited: readonly InvitedRole[];
}
export interface NewRole {
  readonly personId: string;
  readonly role: Role;
  readonly officeId: string | undefined;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | undefined;
}
export interface RoleEnd {
  readonly postId: string;
  /** The last day on which it holds. */
  readonly endsOn: LocalDate;
  readonly reason: RoleEndReason;
  readonly handTo: string | undefined;
}

/** A code, since a sentence of why somebody left is nobody's business later. */
export const ROLE_END_REASONS = ['LEFT', 'OTHER_TASK', 'LONG_LEAVE', 'GIVEN_BY_MISTAKE'] as const;
export type RoleEndReason = (typeof ROLE_END_REASONS)[number];

@Injectable()
export class Staff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly repository: StaffRepository,
    private readonly handovers: PostHandovers,
    private readonly invitations: Invitations,
    private readonly invited: InvitationsRepository,
    private readonly duty: FactorDuty,
  ) {}

  /** Everybody who has, had, will have or was offered a role at the desk, in the order in which they came. */
  async list(agencyId: AgencyId): Promise<StaffMember[]> {
    const posts = await this.repository.posts(agencyId, GRANTABLE);
    const awaited = await this.#awaited(agencyId);
    const ids = [...new Set([...posts.map(({ personId }) => personId), ...awaited.keys()])];
    const people = await this.people.namesOf(agencyId, ids);
    const emails = await this.people.emailsOf(agencyId, ids);
    const accounts = await this.invitations.standings(agencyId, ids);
    const stopped = await this.repository.stopped(agencyId);
    const members = ids.map((personId) => {
      const held = posts.filter((post) => post.personId === personId);
      const offer = awaited.get(personId);
      return {
        personId,
        name: people.get(personId) ?? '',
        email: emails.get(personId),
        account: accounts.get(personId) ?? { state: 'NOT_INVITED' as const },
        stopped: stopped.has(personId),
        posts: held,
        // What was taken back is told only where there is nothing else to know somebody by.
        awaited: offer && (offer.open || held.length === 0) ? offer.roles : [],
      };
    });
    // Of somebody erased the posts stand, since others point at them; what was only offered is nothing any more.
    return members.filter(({ posts: held, name }) => held.length > 0 || name !== ERASED_NAME);
  }

  async #awaited(agencyId: AgencyId) {
    const offered = [...(await this.invited.unaccepted(agencyId))].map(([personId, { open, roles }]) => {
      const atDesk = roles.filter(({ role }) => GRANTABLE.includes(role));
      return [personId, { open, roles: atDesk }] as const;
    });
    return new Map(offered.filter(([, { roles }]) => roles.length > 0));
  }

  offices(agencyId: AgencyId): Promise<Office[]> {
    return this.repository.offices(agencyId);
  }

  async member(agencyId: AgencyId, personId: string): Promise<StaffMember | undefined> {
    return (await this.list(agencyId)).find((one) => one.personId === personId);
  }

  /** Gives a role from a day on. It is in force on its first day by the clock alone: no job, no switch. */
  async grant(actor: PersonActor, input: NewRole): Promise<Result<PersonId, StaffError>> {
    const { agencyId } = actor;
    const fields = periodProblems(input.startsOn, input.endsOn, await this.agencies.today(agencyId));
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const outcome = await this.work.run(actor, () => this.#grant(actor, input));
    if (!outcome.ok) await this.#remember(actor, 'role.grantRefused', input.personId, outcome.error);
    return outcome;
  }

  /** Ends a role after a day. Refused while people would be left alone, with how many, until somebody takes them over. */
  async end(actor: PersonActor, input: RoleEnd): Promise<Result<PersonId, StaffError>> {
    const today = await this.agencies.today(actor.agencyId);
    if (input.endsOn < addDays(today, -1)) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'endsOn', code: 'IN_THE_PAST' }] });
    }
    const outcome = await this.work.run(actor, () => this.#end(actor, input));
    if (!outcome.ok) await this.#remember(actor, 'role.endRefused', input.postId, outcome.error);
    return outcome;
  }

  async #grant(actor: PersonActor, input: NewRole): Promise<Result<PersonId, StaffError>> {
    const { agencyId } = actor;
    const { personId, role, startsOn, endsOn } = input;
    if (personId === actor.personId) return refused('OWN_ROLE');
    if (!GRANTABLE.includes(role)) return refused('ROLE_NOT_GIVEN_HERE');
    await this.people.lock(agencyId, personId as PersonId);
    if (!(await this.people.doesWork(agencyId, personId))) return err({ code: 'NOT_FOUND' });
    const offices = await this.repository.offices(agencyId);
    if (input.officeId !== undefined && !offices.some(({ id, endsOn: closed }) => id === input.officeId && !closed)) {
      return err({ code: 'NOT_FOUND' });
    }
    const officeId = input.officeId as OfficeId | undefined;
    const same = (await this.repository.postsOf(agencyId, personId)).filter(
      (post) => post.role === role && post.officeId === officeId,
    );
    if (same.some((post) => overlap(post, { startsOn, endsOn }))) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'startsOn', code: 'OVERLAPS' }] });
    }
    const post = { personId: personId as PersonId, role, officeId, startsOn, endsOn };
    const id = await this.repository.add(agencyId, post);
    const facts = { role, office: officeId ?? null, startsOn, endsOn: endsOn ?? null, post: id };
    this.trail.record({ action: 'role.granted', subjectType: 'Person', subjectId: personId, facts });
    await this.duty.renew(agencyId, [post.personId]);
    return ok(post.personId);
  }

  async #end(actor: PersonActor, input: RoleEnd): Promise<Result<PersonId, StaffError>> {
    const { agencyId } = actor;
    const { endsOn } = input;
    const post = await this.repository.lock(agencyId, input.postId);
    if (!post || (post.endsOn !== undefined && post.endsOn < endsOn)) return err({ code: 'NOT_FOUND' });
    if (post.role === 'DIRECTOR' && !(await this.#otherDirector(agencyId, post, addDays(endsOn, 1)))) {
      return refused('LAST_DIRECTOR');
    }
    const left = await this.handovers.leftAlone(agencyId, post, addDays(endsOn, 1));
    if (left.volunteers + left.companionships > 0) {
      const to = input.handTo as PersonId | undefined;
      if (to === undefined) return refused('HANDOVER_NEEDED', left);
      if (!(await this.handovers.mayTake(agencyId, post, to, addDays(endsOn, 1)))) return err({ code: 'NOT_FOUND' });
      if ((await this.handovers.tooClose(agencyId, post, left, to)) > 0) return refused('TOO_CLOSE', left);
      await this.handovers.after(agencyId, post, endsOn, to);
    }
    await this.repository.end(post, endsOn);
    const facts = { role: post.role, endsOn, post: post.id, reason: input.reason, ...left };
    this.trail.record({ action: 'role.ended', subjectType: 'Person', subjectId: post.personId, facts });
    return ok(post.personId);
  }

  async #otherDirector(agencyId: AgencyId, ended: Post, on: LocalDate): Promise<boolean> {
    // Locked: two directors who end each other's role at once must not both succeed.
    const directors = await this.repository.lockRole(agencyId, 'DIRECTOR');
    const stopped = await this.repository.stopped(agencyId);
    return directors.some((post) => post.id !== ended.id && !stopped.has(post.personId) && holds(post, on));
  }

  async #remember(actor: PersonActor, action: string, subjectId: string, error: StaffError): Promise<void> {
    if (error.code !== 'STAFF_REFUSED') return;
    const entry = { action, subjectType: 'Person', subjectId, facts: { why: error.why } };
    await rememberRefusal(this.work, this.trail, actor, entry);
  }
}

const overlap = (a: Pick<Post, 'startsOn' | 'endsOn'>, b: Pick<Post, 'startsOn' | 'endsOn'>) =>
  (b.endsOn === undefined || a.startsOn <= b.endsOn) && (a.endsOn === undefined || b.startsOn <= a.endsOn);

const refused = (why: StaffRefusal, left = { volunteers: 0, companionships: 0 }) =>
  err({ code: 'STAFF_REFUSED' as const, why, ...left });

/** A role that began in the past would say that somebody was allowed what they were not. */
function periodProblems(startsOn: LocalDate, endsOn: LocalDate | undefined, today: LocalDate): FieldProblem[] {
  return [
    ...(startsOn < today ? [{ field: 'startsOn', code: 'IN_THE_PAST' }] : []),
    ...(endsOn !== undefined && endsOn < startsOn ? [{ field: 'endsOn', code: 'BEFORE_START' }] : []),
  ];
}
