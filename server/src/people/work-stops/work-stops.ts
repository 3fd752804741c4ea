// One switch that ends somebody's work everywhere at once (H8), and the second person who lifts it.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { actorReference, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { Sessions } from '../../platform/auth/index.js';
import { requireUnit, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository } from '../people.repository.js';
import { StopEffects, type EffectCounts, type Stopped } from './stop-effects.js';
import { StoppedAccounts } from './stopped-accounts.js';
import { StopsElsewhere } from './stops-elsewhere.js';
import type { StopReason } from './stop-reasons.js';
import { WorkStopsRepository, type StopView } from './work-stops.repository.js';

export interface StopInput {
  readonly reason: StopReason;
  readonly words: string;
}
export const STOP_REFUSALS = ['OWN_ACCOUNT', 'DIRECTOR_NEEDED', 'SAME_PERSON', 'ALREADY_STOPPED'] as const;
export type StopRefusal = (typeof STOP_REFUSALS)[number];
export interface StopRefusedError {
  readonly code: 'STOP_REFUSED';
  readonly why: StopRefusal;
}
export type StopError = InvalidInputError | NotFoundError | StopRefusedError;

/** What a stop would end now, before anybody confirms. */
export interface Consequences extends EffectCounts {
  readonly devices: number;
  readonly invitations: number;
}
export interface WorkStanding extends Stopped {
  readonly name: string;
  readonly stop: (StopView & { readonly stoppedByName: string | undefined }) | undefined;
  readonly consequences: Consequences;
  /** Why the actor may not stop this person; undefined where they may, and where the person is stopped already. */
  readonly refusal: StopRefusal | undefined;
}

const LONGEST_WORDS = 500;
/** Whoever lifts these must be allowed to know what stood behind them. */
const DIRECTORS_TO_LIFT: ReadonlySet<StopReason> = new Set(['CONCERN', 'RECORD_CHECK']);

@Injectable()
export class WorkStops {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly sessions: Sessions,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly repository: WorkStopsRepository,
    private readonly accounts: StoppedAccounts,
    private readonly effects: StopEffects,
    private readonly elsewhere: StopsElsewhere,
  ) {}

  /** How somebody of the agency stands, and what a stop would end; undefined for whoever does no work here. */
  async standing(actor: PersonActor, personId: string): Promise<WorkStanding | undefined> {
    const { agencyId } = actor;
    if (!(await this.people.doesWork(agencyId, personId))) return undefined;
    const who = { agencyId, personId: personId as PersonId };
    const stop = await this.repository.standing(who);
    const names = await this.people.namesOf(agencyId, [personId, ...(stop ? [stop.stoppedBy] : [])]);
    const loginId = (await this.people.loginsOf(agencyId, [personId])).get(personId);
    return {
      ...who,
      name: names.get(personId) ?? '',
      stop: stop && { ...stop, stoppedByName: names.get(stop.stoppedBy) },
      consequences: { ...(await this.effects.count(who)), ...(await this.accounts.count(who, loginId)) },
      refusal: stop ? undefined : await this.#refusal(actor, who.personId),
    };
  }

  /** Stops somebody at once, everywhere: what a request that comes after the answer finds is the end of the session. */
  async stop(actor: PersonActor, personId: string, input: StopInput): Promise<Result<true, StopError>> {
    const fields = wordsProblems('words', input.words, input.reason === 'OTHER');
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const outcome = await this.work.runTogether(actor, () => this.#stopEverywhere(actor, personId, input));
    if (!outcome.ok && outcome.error.code === 'STOP_REFUSED') {
      await this.#rememberRefusal(actor, 'work.stopRefused', personId, outcome.error.why);
    }
    return outcome;
  }

  /** The same for people whose imported record check is a hit; inside the unit of work that brought it in. */
  async stopForHits(agencyId: AgencyId, personIds: readonly PersonId[]): Promise<void> {
    const { id: broughtBy } = actorReference(requireUnit().actor);
    for (const personId of personIds) {
      const who = { agencyId, personId };
      if (await this.repository.standing(who)) continue;
      const loginId = await this.#stopOne(who, { reason: 'RECORD_CHECK', words: '' }, broughtBy);
      if (loginId) await this.elsewhere.soon(loginId, personId);
    }
  }

  /** Lets somebody work again. Needs another person than whoever stopped them. */
  async lift(actor: PersonActor, stopId: string, words: string): Promise<Result<Stopped, StopError>> {
    const fields = wordsProblems('words', words, true);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const outcome = await this.work.run(actor, () => this.#lift(actor, stopId, words.trim()));
    if (!outcome.ok && outcome.error.code === 'STOP_REFUSED') {
      await this.#rememberRefusal(actor, 'work.liftRefused', stopId, outcome.error.why);
    }
    return outcome;
  }

  async #stopEverywhere(actor: PersonActor, personId: string, input: StopInput): Promise<Result<true, StopError>> {
    const { agencyId } = actor;
    const own = await this.work.run(actor, async (): Promise<Result<LoginId | undefined, StopError>> => {
      const who = { agencyId, personId: personId as PersonId };
      await this.people.lock(agencyId, who.personId);
      if (!(await this.people.doesWork(agencyId, personId))) return err({ code: 'NOT_FOUND' });
      const standing = await this.repository.standing(who);
      const why = standing ? 'ALREADY_STOPPED' : await this.#refusal(actor, who.personId);
      if (why) return err({ code: 'STOP_REFUSED', why });
      return ok(await this.#stopOne(who, input, actor.personId));
    });
    if (!own.ok) return own;
    if (own.value) await this.elsewhere.now(own.value, personId as PersonId);
    return ok(true);
  }

  async #stopOne(who: Stopped, input: StopInput, by: string): Promise<LoginId | undefined> {
    const { agencyId, personId } = who;
    const stoppedOn = await this.agencies.today(agencyId);
    const words = input.words.trim() === '' ? undefined : input.words.trim();
    await this.repository.add({ ...who, reason: input.reason, words, stoppedOn, stoppedBy: by });
    const loginId = (await this.people.loginsOf(agencyId, [personId])).get(personId);
    const devices = loginId ? await this.sessions.endAll(loginId) : 0;
    const invitations = await this.accounts.close(who, loginId);
    const ended = await this.effects.apply(who);
    await this.outbox.publish('WorkStopped', { personId, stoppedBy: by });
    const facts = { reason: input.reason, devices, invitations, ...ended };
    this.trail.record({ action: 'work.stopped', subjectType: 'Person', subjectId: personId, facts });
    return loginId;
  }

  async #lift(actor: PersonActor, stopId: string, words: string): Promise<Result<Stopped, StopError>> {
    const stop = await this.repository.lock(actor.agencyId, stopId);
    if (!stop) return err({ code: 'NOT_FOUND' });
    if (stop.stoppedBy === actor.personId) return err({ code: 'STOP_REFUSED', why: 'SAME_PERSON' });
    if (DIRECTORS_TO_LIFT.has(stop.reason) && !actor.roles.includes('DIRECTOR')) {
      return err({ code: 'STOP_REFUSED', why: 'DIRECTOR_NEEDED' });
    }
    await this.repository.lift(stop, actor.personId, words);
    this.trail.record({
      action: 'work.resumed',
      subjectType: 'Person',
      subjectId: stop.personId,
      facts: { stop: stop.id },
    });
    return ok({ agencyId: stop.agencyId, personId: stop.personId });
  }

  /** Nobody stops themselves; a director is stopped by another director. */
  async #refusal(actor: PersonActor, personId: PersonId): Promise<StopRefusal | undefined> {
    if (personId === actor.personId) return 'OWN_ACCOUNT';
    if (actor.roles.includes('DIRECTOR')) return undefined;
    const roles = await this.people.rolesOf(personId, await this.agencies.today(actor.agencyId));
    return roles.includes('DIRECTOR') ? 'DIRECTOR_NEEDED' : undefined;
  }

  #rememberRefusal(actor: PersonActor, action: string, subjectId: string, why: StopRefusal): Promise<void> {
    return rememberRefusal(this.work, this.trail, actor, { action, subjectType: 'Person', subjectId, facts: { why } });
  }
}

function wordsProblems(field: string, words: string, required: boolean): FieldProblem[] {
  const length = words.trim().length;
  if (length > LONGEST_WORDS) return [{ field, code: 'TOO_LONG' }];
  return required && length === 0 ? [{ field, code: 'REQUIRED' }] : [];
}
