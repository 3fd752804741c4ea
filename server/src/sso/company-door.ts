// Coming in by a company's directory: to the company's own pages and those of its employees, and to nothing else.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import { faceOf, type Role } from '@tongxing/shared/permissions';
import {
  Accounts,
  Actors,
  PeopleRepository,
  type OpenSession,
  type SecondFactorNeededError,
  type Visit,
} from '../people/index.js';
import type { Actor, PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Cipher, UnsealError } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Log } from '../platform/observability/index.js';
import { CompanyGuests, type CompanyGuest } from './company-guests.js';
import { CompanySignIns } from './company-sign-ins.js';
import { Directory, type Checks, type Heard } from './directory.js';
import { CompanyIdentity, type CompanySignIn } from './sso.entities.js';

/** How long somebody may take on the company's own sign-in page. */
export const VISIT_SECONDS = 600;
/** Whoever keeps a company's directory could come in as anybody in it; so it leads nowhere else than to these. */
const ROLES_OF_COMPANIES: readonly Role[] = ['CSR_COORDINATOR', 'EMPLOYEE'];
const PLACE = 'company_sign_in.visit';

/** Why nobody came in; each has words on the page that is shown then. */
export type DoorProblem = 'UNKNOWN' | 'NO_ANSWER' | 'NOT_YOURS' | 'LATE' | 'REFUSED' | 'NOT_TIED' | 'TAKEN';
export type Purpose = 'SIGN_IN' | 'TIE' | 'JOIN';
/** What somebody came for, and, where it is a day of their team, the code of its link. */
export interface Wish {
  readonly purpose: Purpose;
  readonly join?: string | undefined;
}
export type Begun =
  | { readonly url: string; readonly kept: string; readonly problem?: never }
  | ({ readonly problem: DoorProblem } & Wish);
export type Ended =
  | { readonly kind: 'TIED' }
  | { readonly kind: 'IN'; readonly session: OpenSession; readonly join?: string | undefined }
  | { readonly kind: 'GUEST'; readonly sealed: string; readonly join: string }
  | { readonly kind: 'SECOND_STEP'; readonly needed: SecondFactorNeededError; readonly join?: string | undefined }
  | ({ readonly kind: 'PROBLEM'; readonly problem: DoorProblem } & Wish);
type CameIn = Exclude<Ended, { readonly kind: 'TIED' | 'GUEST' }>;

/** What the browser keeps, sealed, while it is away; nothing is written for somebody who only knocks. */
interface Kept extends Checks, Wish {
  readonly signInId: string;
  readonly personId?: string | undefined;
  readonly until: number;
}

export const mayComeByCompany = (actor: Actor | undefined): actor is PersonActor =>
  actor?.kind === 'person' && actor.roles.every((role) => ROLES_OF_COMPANIES.includes(role));

@Injectable()
export class CompanyDoor {
  constructor(
    private readonly signIns: CompanySignIns,
    private readonly guests: CompanyGuests,
    private readonly directory: Directory,
    private readonly accounts: Accounts,
    private readonly actors: Actors,
    private readonly people: PeopleRepository,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  /** On the way to the directory: to come in, to join a day, or, signed in already, to tie the own account to it. */
  async begin(code: string, wish: Wish, actor: Actor | undefined): Promise<Begun> {
    const { purpose, join } = wish;
    const client = await this.signIns.open({ code: code.toLowerCase() });
    if (!client || (join !== undefined && client.row.teamId === null)) return { problem: 'UNKNOWN', ...wish };
    const isTying = purpose === 'TIE';
    const isTheirs = mayComeByCompany(actor) && actor.agencyId === client.row.agencyId;
    if (isTying && !isTheirs) return { problem: 'NOT_YOURS', ...wish };
    try {
      const { url, checks } = await this.directory.ask(client, join !== undefined);
      const personId = isTying && isTheirs ? actor.personId : undefined;
      const until = this.clock.now().getTime() + VISIT_SECONDS * 1000;
      const kept: Kept = { ...checks, ...wish, signInId: client.row.id, personId, until };
      return { url, kept: this.cipher.seal(JSON.stringify(kept), PLACE) };
    } catch (error) {
      this.log.warn({ event: 'sso.no_answer', reference: client.row.id, error });
      return { problem: 'NO_ANSWER', ...wish };
    }
  }

  /** Back from it. `search` is the query of the address, with its question mark. */
  async end(search: string, sealed: string | undefined, actor: Actor | undefined, visit: Visit): Promise<Ended> {
    const kept = this.#open(sealed);
    if (!kept) return { kind: 'PROBLEM', problem: 'LATE', purpose: 'SIGN_IN' };
    const { purpose, join } = kept;
    const no = (problem: DoorProblem): Ended => ({ kind: 'PROBLEM', problem, purpose, join });
    if (kept.until < this.clock.now().getTime()) return no('LATE');
    const client = await this.signIns.open({ id: kept.signInId });
    if (!client) return no('UNKNOWN');
    let heard: Heard;
    try {
      heard = await this.directory.hear(client, search, kept, join !== undefined);
    } catch (error) {
      this.log.warn({ event: 'sso.refused', reference: client.row.id, error });
      return no('REFUSED');
    }
    const subjectIndex = this.cipher.blindIndex('company_identity.subject', `${client.issuer}\n${heard.subject}`);
    if (purpose === 'SIGN_IN') return this.#comeIn(client.row, subjectIndex, visit);
    if (join !== undefined) return this.#join(client.row, { subjectIndex, name: heard.name }, join, visit);
    if (!mayComeByCompany(actor) || actor.personId !== kept.personId) return no('NOT_YOURS');
    return (await this.#tie(actor, client.row, subjectIndex)) ? { kind: 'TIED' } : no('TAKEN');
  }

  /** Whoever has an account comes in; for whoever has none yet, their browser keeps who they are until they ask to come. */
  async #join(
    row: CompanySignIn,
    { subjectIndex, name }: Pick<CompanyGuest, 'subjectIndex' | 'name'>,
    join: string,
    visit: Visit,
  ): Promise<Ended> {
    const { id: signInId, agencyId, teamId } = row;
    if (teamId === null) return { kind: 'PROBLEM', problem: 'UNKNOWN', purpose: 'JOIN', join };
    const ended = await this.#comeIn(row, subjectIndex, visit);
    if (ended.kind !== 'PROBLEM') return { ...ended, join };
    if (ended.problem !== 'NOT_TIED') return { ...ended, purpose: 'JOIN', join };
    return { kind: 'GUEST', join, sealed: this.guests.seal({ agencyId, signInId, teamId, subjectIndex, name }) };
  }

  async #comeIn(row: CompanySignIn, subjectIndex: string, visit: Visit): Promise<CameIn> {
    const no = (problem: DoorProblem): CameIn => ({ kind: 'PROBLEM', problem, purpose: 'SIGN_IN' });
    const identity = await this.#identities.findOneBy({ signInId: row.id, subjectIndex });
    if (!identity) return no('NOT_TIED');
    const [agencyId, personId] = [identity.agencyId as AgencyId, identity.personId as PersonId];
    const loginId: LoginId | undefined = (await this.people.loginsOf(agencyId, [personId])).get(personId);
    // They asked to come, and have made no account yet.
    if (!loginId) return no('NOT_TIED');
    const actor = await this.actors.ofLogin(loginId, '', personId);
    // Whoever has become more to the agency since comes in by the own password.
    if (!actor || !mayComeByCompany(actor)) return no('NOT_YOURS');
    const entered = await this.accounts.enter(actor.loginId, visit, personId);
    if (!entered.ok) {
      const { error } = entered;
      return error.code === 'SECOND_FACTOR_NEEDED' ? { kind: 'SECOND_STEP', needed: error } : no('NOT_YOURS');
    }
    await this.work.run(actor, async () => {
      await this.#identities.update({ id: identity.id }, { usedAt: this.clock.nowIso() });
    });
    return { kind: 'IN', session: entered.value };
  }

  /** One of the directory is one person here; the person's earlier tie to it ends. */
  #tie(actor: PersonActor, row: CompanySignIn, subjectIndex: string): Promise<boolean> {
    const { agencyId, personId } = actor;
    return this.work.run(actor, async () => {
      const other = await this.database
        .forUpdate(this.#identities.createQueryBuilder('i').where({ signInId: row.id, subjectIndex }))
        .getOne();
      if (other && other.personId !== personId) return false;
      await this.#identities.delete({ signInId: row.id, personId });
      const tie = { id: this.ids.next<never>() as string, agencyId, signInId: row.id, personId, subjectIndex };
      await this.#identities.insert({ ...tie, tiedAt: this.clock.nowIso(), usedAt: null });
      this.trail.record({ action: 'companySignIn.tied', subjectType: 'Person', subjectId: personId });
      return true;
    });
  }

  /** Those of the own agency, and since when the own account is tied to one. */
  async mine(
    actor: PersonActor,
  ): Promise<readonly { readonly row: CompanySignIn; readonly tiedAt: string | undefined }[]> {
    if (!mayComeByCompany(actor)) return [];
    const { agencyId, personId } = actor;
    const ties = await this.#identities.findBy({ agencyId, personId });
    const since = new Map(ties.map((tie) => [tie.signInId, tie.tiedAt]));
    return (await this.signIns.list(agencyId))
      .filter(({ row }) => row.state === 'ACTIVE')
      .map(({ row }) => ({ row, tiedAt: since.get(row.id) }));
  }

  /** The own account is not tied to it any more; where it never was, nothing happens. */
  async untie(actor: PersonActor, signInId: string): Promise<void> {
    const { agencyId, personId } = actor;
    await this.work.run(actor, async () => {
      const { affected } = await this.#identities.delete({ agencyId, personId, signInId });
      if (affected === 0) return;
      this.trail.record({ action: 'companySignIn.untied', subjectType: 'Person', subjectId: personId });
    });
  }

  /** Where somebody goes on after a tie or a problem with one. */
  homeOf(actor: Actor | undefined): string {
    return actor?.kind === 'person' ? `/${faceOf(actor.roles).toLowerCase()}/account` : '/sign-in';
  }

  #open(sealed: string | undefined): Kept | undefined {
    if (sealed === undefined) return undefined;
    try {
      return JSON.parse(this.cipher.open(sealed, PLACE)) as Kept;
    } catch (error) {
      if (error instanceof UnsealError) return undefined;
      throw error;
    }
  }

  get #identities() {
    return this.database.repository(CompanyIdentity);
  }
}
