// The answer to a query of records, written down by whoever looked at the paper (H8, §7.1.3). A hit never waits for a tick.
import { Injectable } from '@nestjs/common';
import { err, ok, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError } from '../../platform/graphql/index.js';
import { RecordChecks } from '../../screening/index.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository } from '../people.repository.js';
import type { FactError } from '../volunteers/facts/volunteer-facts.js';
import { WorkStops } from '../work-stops/work-stops.js';
import { ChecksDue } from './checks-due.js';

export interface NewCheck {
  readonly personId: string;
  readonly happenedOn: LocalDate;
  readonly clear: boolean;
  /** The paper was looked at and given back, no copy was kept; until somebody says so it stands on a list. */
  readonly paperGivenBack: boolean;
}

@Injectable()
export class ServiceChecks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly checks: RecordChecks,
    private readonly stops: WorkStops,
    private readonly due: ChecksDue,
  ) {}

  /** Counts at once, for a volunteer and a colleague alike. Nobody writes their own; a hit stops all work in the same step. */
  async record(actor: PersonActor, check: NewCheck): Promise<Result<true, FactError>> {
    const invalid = problemsOf(check, await this.agencies.today(actor.agencyId));
    if (invalid) return err(invalid);
    const outcome = await this.work.run(actor, () => this.#record(actor, check));
    if (!outcome.ok && outcome.error.code === 'FACT_REFUSED') {
      const facts = { why: outcome.error.why };
      const entry = { action: 'fact.recordRefused', subjectType: 'Person', subjectId: check.personId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #record(actor: PersonActor, { happenedOn, clear, ...check }: NewCheck): Promise<Result<true, FactError>> {
    const { agencyId } = actor;
    const personId = check.personId as PersonId;
    // Before anything is read: of two who write the same paper down at once, the second sees what the first wrote.
    await this.people.lock(agencyId, personId);
    if (!(await this.due.isAmong(actor, personId))) return err({ code: 'NOT_FOUND' });
    if (personId === actor.personId) return err({ code: 'FACT_REFUSED', why: 'OWN_RECORD' });
    const result = clear ? 'CLEAR' : 'HIT';
    const standing = (await this.checks.byPerson(agencyId, [personId])).get(personId) ?? [];
    if (standing.some((row) => row.happenedOn === happenedOn && row.result === result)) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'happenedOn', code: 'RECORDED_ALREADY' }] });
    }
    const evidence = { validUntil: null, batchId: null, confirmedBy: null, recordedBy: actor.personId };
    const [id] = await this.checks.addAll([{ agencyId, personId, happenedOn, result, ...evidence }]);
    if (id !== undefined && check.paperGivenBack) await this.checks.givePaperBack(agencyId, id, actor.personId);
    // The audit does not say how a check came out.
    const facts = { kind: 'RECORD_CHECK', on: happenedOn, papers: 0 };
    this.trail.record({ action: 'fact.recorded', subjectType: 'Person', subjectId: personId, facts });
    if (!clear) await this.stops.stopForHits(agencyId, [personId]);
    return ok(true as const);
  }
}

function problemsOf({ happenedOn }: NewCheck, today: LocalDate): InvalidInputError | undefined {
  if (happenedOn <= today) return undefined;
  return { code: 'INVALID_INPUT', fields: [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }] };
}
