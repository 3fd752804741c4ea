// Who comes on which day of a year: proposed by the engine, moved and decided by a worker, and proven again each time.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import {
  dayRejections,
  storedDaysRun,
  verifyStoredRun,
  type DayRejectionCode,
  type DaysProblem,
  type DaysSolution,
  type DaysState,
  type Verdict,
} from '@tongxing/shared/matching';
import { mayMove, YEAR_PLACE_MACHINE } from '@tongxing/shared/states';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { CommonError } from '../platform/graphql/index.js';
import { CompanyYearRepository } from './company-year.repository.js';
import type { CompanyYear, CompanyYearPlace, CompanyYearRun } from './company-year.entities.js';
import { CompanyYears } from './company-years.js';
import { DaysEngine } from './days-engine.js';
import { engineActivity, entryOf, standsFirm, yearProblem, type YearFacts } from './domain/year-problem.js';
import { YearFactsLoader, type LoadedYear } from './year-facts.js';
import { YearProofs } from './year-proofs.js';

/** Nobody has wished for anything, or companies may still change what they wish. */
export interface YearNotReadyError {
  readonly code: 'WISHES_OPEN' | 'NOTHING_WISHED';
}
/** Others changed the plan while the engine was at it, more than once. */
export interface YearBusyError {
  readonly code: 'YEAR_BUSY';
}
/** That day cannot be: what stands against it, whatever else is decided; none where decided days are in the way. */
export interface DayImpossibleError {
  readonly code: 'DAY_IMPOSSIBLE';
  readonly reasons: readonly DayRejectionCode[];
}
export type PlanError = CommonError | YearNotReadyError | YearBusyError | DayImpossibleError;
/** Where a company is to come instead, or newly. */
export interface YearMove {
  readonly teamId: string;
  /** Undefined for a day beside those that it has. */
  readonly placeId: string | undefined;
  readonly entryId: string;
  readonly day: string;
}
type Wanted = (places: readonly CompanyYearPlace[], facts: YearFacts) => Result<Changed, PlanError>;
interface Changed {
  readonly places: readonly CompanyYearPlace[];
  /** Rows that are ended by this change. */
  readonly ended?: readonly CompanyYearPlace[];
  readonly added?: readonly CompanyYearPlace[];
}

const LONGEST_REQUEST = 64;
const MOST_TRIES = 3;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class YearPlans {
  constructor(
    private readonly repository: CompanyYearRepository,
    private readonly years: CompanyYears,
    private readonly loader: YearFactsLoader,
    private readonly engine: DaysEngine,
    private readonly proofs: YearProofs,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Proposes days for every company; the same `requestId` again answers with the same run. */
  async run(actor: PersonActor, yearId: string, requestId: string): Promise<Result<CompanyYearRun, PlanError>> {
    const key = requestId.slice(0, LONGEST_REQUEST);
    const earlier = await this.repository.runByRequest(actor.agencyId, key);
    if (earlier) return ok(earlier);
    return this.#plan(actor, yearId, key, (places) => ok({ places }));
  }

  /** Puts a company on another day by hand; the engine arranges the others around it, moving as few as it can. */
  move(actor: PersonActor, yearId: string, move: YearMove): Promise<Result<CompanyYearRun, PlanError>> {
    return this.#plan(actor, yearId, this.ids.next<never>(), (places, facts) => this.#moved(move, places, facts));
  }

  /** Takes a day from a company; later runs do not propose it anew. */
  end(actor: PersonActor, yearId: string, placeId: string): Promise<Result<CompanyYearRun, PlanError>> {
    return this.#plan(actor, yearId, this.ids.next<never>(), (places) => {
      const before = places.find(({ id }) => id === placeId);
      if (!before) return err(MISSING);
      if (!mayMove(YEAR_PLACE_MACHINE, before.state, 'ENDED')) {
        return err({ code: 'TRANSITION_REFUSED', from: before.state, to: 'ENDED' });
      }
      const ended: CompanyYearPlace = { ...before, state: 'ENDED', version: before.version + 1 };
      return ok({ places: places.map((one) => (one === before ? ended : one)), ended: [ended] });
    });
  }

  /** Whether later runs leave a proposal as it is. */
  decide(actor: PersonActor, placeId: string, decided: boolean): Promise<Result<CompanyYearPlace, CommonError>> {
    return this.work.run(actor, async (): Promise<Result<CompanyYearPlace, CommonError>> => {
      const found = await this.repository.place(actor.agencyId, placeId);
      const year = found && (await this.repository.lockYear(actor.agencyId, found.yearId));
      const before = year && (await this.repository.lockPlace(actor.agencyId, placeId));
      if (!before) return err(MISSING);
      if (before.state !== 'PROPOSED') return err({ code: 'TRANSITION_REFUSED', from: before.state, to: 'PROPOSED' });
      const change = { decided, version: before.version + 1 };
      await this.repository.changePlace(placeId, change);
      await this.repository.changeYear(year.id, { version: year.version + 1 });
      this.trail.record({
        ...{ action: 'companyYear.decided', subjectType: 'CompanyYear', subjectId: year.id },
        facts: { year: year.year, decided },
      });
      return ok({ ...before, ...change });
    });
  }

  /** Proves a stored run again from its stored text alone. */
  async verify(run: CompanyYearRun): Promise<Verdict> {
    const input = await this.proofs.read(run.id, 'INPUT');
    if (sha256(input) !== run.inputHash) return { valid: false, problems: ['the stored input has another hash'] };
    const result = JSON.parse(await this.proofs.read(run.id, 'SOLUTION')) as DaysSolution;
    const { objective, bound } = result.certificate;
    if (String(objective) !== run.objective || String(bound) !== run.bound) {
      return { valid: false, problems: ['the run says another value than its certificate'] };
    }
    return verifyStoredRun({ kind: 'DAYS', input, result });
  }

  #moved(move: YearMove, places: readonly CompanyYearPlace[], facts: YearFacts): Result<Changed, PlanError> {
    const { teamId, placeId, entryId, day } = move;
    const before = places.find(({ id, teamId: own }) => id === placeId && own === teamId);
    const wish = facts.wishes.find((one) => one.teamId === teamId);
    if (!wish || (placeId !== undefined && !before) || !facts.entries.some(({ id }) => id === entryId)) {
      return err(MISSING);
    }
    if (before && before.state !== 'PROPOSED') {
      return err({ code: 'TRANSITION_REFUSED', from: before.state, to: 'PROPOSED' });
    }
    // What was refused before may be decided anew, by whoever talked with the company.
    const others = places.filter(
      (one) =>
        one !== before &&
        !(one.teamId === teamId && one.day === day && (one.state === 'PROPOSED' || one.entryId === entryId)),
    );
    const problem = yearProblem({ ...facts, places: others });
    const company = problem.companies.find(({ id }) => id === teamId);
    const activity = problem.activities.find(({ id }) => id === engineActivity(entryId, wish.tasks));
    const reasons = company && activity ? dayRejections(problem, company, activity, day) : [];
    const offered = !reasons.some(({ code }) => code === 'DAY_NOT_OFFERED');
    const against = reasons.filter(({ code }) => !YIELDING.has(code) && (offered || code === 'DAY_NOT_OFFERED'));
    if (!company || !activity || against.length > 0) {
      return err({ code: 'DAY_IMPOSSIBLE', reasons: against.map(({ code }) => code) });
    }
    const added: CompanyYearPlace = {
      ...{ id: this.ids.next<never>(), agencyId: '', yearId: '' },
      ...{ teamId, entryId, day, people: wish.people, wishRank: wish.wishes.indexOf(entryId) + 1 },
      ...NEW_PLACE,
      ...{ decided: true, value: null, createdAt: this.clock.nowIso() },
    };
    return ok({ places: [...others, added], added: [added] });
  }

  async #plan(
    actor: PersonActor,
    yearId: string,
    requestId: string,
    change: Wanted,
  ): Promise<Result<CompanyYearRun, PlanError>> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const year = await this.repository.yearById(actor.agencyId, yearId);
      if (!year) return err(MISSING);
      if ((await this.years.stageOf(year)) !== 'CLOSED') return err({ code: 'WISHES_OPEN' });
      const loaded = await this.loader.load(year);
      if (loaded.facts.wishes.length === 0) return err({ code: 'NOTHING_WISHED' });
      const changed = change(loaded.places, loaded.facts);
      if (!changed.ok) return changed;
      const facts = { ...loaded.facts, places: changed.value.places };
      const problem = yearProblem(facts);
      const began = performance.now();
      const answer = await this.engine.solve(problem);
      if ('conflict' in answer) return err({ code: 'DAY_IMPOSSIBLE', reasons: [] });
      if (!answer.checked) throw new Error('BUG: the engine gave days that its checker refuses');
      const durationMs = Math.round(performance.now() - began);
      const said = { requestId, durationMs, changed: changed.value };
      const kept = await this.#keep(actor, year, loaded, problem, answer.solution, said);
      if (kept) return ok(kept);
    }
    return err({ code: 'YEAR_BUSY' });
  }

  /** Undefined where the year changed since it was read: then the plan is of yesterday. */
  #keep(
    actor: PersonActor,
    year: CompanyYear,
    { places }: LoadedYear,
    problem: DaysProblem,
    solution: DaysSolution,
    said: { readonly requestId: string; readonly durationMs: number; readonly changed: Changed },
  ): Promise<CompanyYearRun | undefined> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const now = await this.repository.lockYear(agencyId, year.id);
      if (now?.version !== year.version) return undefined;
      const { ended = [], added = [] } = said.changed;
      for (const { id, state, version } of ended) await this.repository.changePlace(id, { state, version });
      const proposals = places.filter(({ state, decided }) => state === 'PROPOSED' && !decided);
      const kept = new Set(said.changed.places.map(({ id }) => id));
      const gone = places.filter(({ id, state }) => state === 'PROPOSED' && !kept.has(id));
      await this.repository.removeProposals([...new Set([...proposals, ...gone].map(({ id }) => id))]);
      const by = { agencyId, yearId: year.id };
      await this.repository.addPlaces(added.map((one) => ({ ...one, ...by })));
      const firm = new Set(said.changed.places.filter(standsFirm).map(keyOf));
      await this.repository.addPlaces(this.#proposals(by, problem, solution, firm));
      const run = await this.#row(actor, year, { problem, solution, places, ...said });
      await this.repository.changeYear(year.id, { version: now.version + 1 });
      const facts = { year: year.year, companies: run.served, days: run.days };
      this.trail.record({ action: 'companyYear.planned', subjectType: 'CompanyYear', subjectId: year.id, facts });
      return run;
    });
  }

  #proposals(
    by: { readonly agencyId: string; readonly yearId: string },
    { companies }: DaysProblem,
    { bookings }: DaysSolution,
    firm: ReadonlySet<string>,
  ): CompanyYearPlace[] {
    const known = new Map(companies.map((company) => [company.id, company]));
    return bookings.flatMap(({ companyId, activityId, day, value }): CompanyYearPlace[] => {
      const company = known.get(companyId);
      const place = { teamId: companyId, entryId: entryOf(activityId), day };
      if (!company || firm.has(keyOf(place))) return [];
      return [
        {
          ...{ id: this.ids.next<never>(), ...by, ...place, people: company.people, value, decided: false },
          ...{ wishRank: company.wishes.indexOf(activityId) + 1, ...NEW_PLACE, createdAt: this.clock.nowIso() },
        },
      ];
    });
  }

  async #row(
    { agencyId, personId }: PersonActor,
    year: CompanyYear,
    solved: {
      readonly problem: DaysProblem;
      readonly solution: DaysSolution;
      readonly places: readonly CompanyYearPlace[];
      readonly requestId: string;
      readonly durationMs: number;
    },
  ): Promise<CompanyYearRun> {
    const { problem, solution, requestId, durationMs } = solved;
    const { certificate, gapPpm, bookings } = solution;
    const { input, result } = storedDaysRun({ problem, solution } as DaysState);
    const had = new Set(solved.places.filter(({ state }) => LIVING.has(state)).map(keyOf));
    const has = new Set(
      bookings.map(({ companyId, activityId, day }) => keyOf({ teamId: companyId, entryId: entryOf(activityId), day })),
    );
    const run: CompanyYearRun = {
      ...{ id: this.ids.next<never>(), agencyId, yearId: year.id, requestId, startedBy: personId },
      ...{ startedAt: this.clock.nowIso(), durationMs, gapPpm, days: bookings.length },
      companies: problem.companies.length,
      served: new Set(bookings.map(({ companyId }) => companyId)).size,
      objective: String(certificate.objective),
      bound: String(certificate.bound),
      certificateChecked: true,
      inputHash: sha256(input),
      weightsVersion: problem.weights.version,
      come: [...has].filter((one) => !had.has(one)).length,
      gone: [...had].filter((one) => !has.has(one)).length,
    };
    await this.repository.addRun(run);
    await this.proofs.write(agencyId as AgencyId, run.id, 'INPUT', input);
    await this.proofs.write(agencyId as AgencyId, run.id, 'SOLUTION', JSON.stringify(result));
    return run;
  }
}

const NEW_PLACE = {
  state: 'PROPOSED' as const,
  ...{ toldAt: null, toldBy: null, answeredAt: null, answeredBy: null, reasonSealed: null },
  ...{ bookingId: null, designTaskGoal: null, designProcessGoal: null, designChildrenPart: null, teamYesAt: null },
  ...{ teamYesBy: null, deskYesAt: null, deskYesBy: null, activityId: null, version: 1 },
};
/** What a worker's own decision goes beyond. */
const YIELDING: ReadonlySet<DayRejectionCode> = new Set(['NOT_WISHED', 'NO_DAYS_LEFT']);
const LIVING: ReadonlySet<string> = new Set(['PROPOSED', 'TOLD', 'ACCEPTED']);
const keyOf = ({ teamId, entryId, day }: { teamId: string; entryId: string; day: string }) =>
  `${teamId} ${entryId} ${day}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
