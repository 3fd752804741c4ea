// An agency's own tables of weights: versions beside each other, each with its reason; the newest holds.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import { checkWeights, DEFAULT_WEIGHTS, type MatchWeights, type WeightProblem } from '@tongxing/shared/matching';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, StaleVersionError } from '../../platform/graphql/index.js';
import { MatchWeightTable } from './match-run.entity.js';

/** A row as somebody gave it: its criterion may be any word. */
export interface WeightRow {
  readonly criterion: string;
  readonly weight: number;
  readonly why: string;
}
export interface WeightsRefusedError {
  readonly code: 'WEIGHTS_REFUSED';
  readonly problems: readonly WeightProblem[];
}
export type SaveWeightsError = InvalidInputError | StaleVersionError | WeightsRefusedError;
export interface WeightsView extends MatchWeights {
  /** Why this version came to be; missing where it is the one that the platform brings along. */
  readonly reason?: string | undefined;
  readonly createdBy?: string | undefined;
  readonly createdAt?: string | undefined;
}

const LONGEST_REASON = 500;

@Injectable()
export class MatchWeightTables {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async current(agencyId: AgencyId): Promise<MatchWeights> {
    const [newest] = await this.#rows(agencyId, 1);
    return newest ? { version: newest.version, criteria: newest.criteria } : DEFAULT_WEIGHTS;
  }

  /** All versions, the newest first; the platform's own is the last. */
  async versions(agencyId: AgencyId): Promise<WeightsView[]> {
    return [...(await this.#rows(agencyId)).map(toView), DEFAULT_WEIGHTS];
  }

  /** A new version on top of the one that whoever changes it has seen. */
  async save(
    actor: PersonActor,
    criteria: readonly WeightRow[],
    reason: string,
    version: number,
  ): Promise<Result<WeightsView, SaveWeightsError>> {
    const fields = problemsOfReason(reason);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const checked = checkedWeights(version + 1, criteria);
    if (!checked.ok) return checked;
    try {
      return await this.work.run(actor, () => this.#write(actor, checked.value.criteria, reason.trim(), version));
    } catch (error) {
      // Two saved the same next version at once: the other one stands.
      if (!this.database.engine.isUniqueViolation(error)) throw error;
      return err({ code: 'STALE_VERSION', currentVersion: (await this.current(actor.agencyId)).version });
    }
  }

  async #write(
    actor: PersonActor,
    criteria: MatchWeights['criteria'],
    reason: string,
    version: number,
  ): Promise<Result<WeightsView, SaveWeightsError>> {
    const { agencyId } = actor;
    const before = await this.current(agencyId);
    if (before.version !== version) return err({ code: 'STALE_VERSION', currentVersion: before.version });
    const row = {
      id: this.ids.next<never>(),
      agencyId,
      version: version + 1,
      criteria: [...criteria],
      reason,
      createdBy: actor.personId,
      createdAt: this.clock.nowIso(),
    };
    await this.database.repository(MatchWeightTable).insert(row);
    const old = new Map(before.criteria.map((one) => [one.criterion, one.weight]));
    const changed = criteria.filter((one) => old.get(one.criterion) !== one.weight).map((one) => one.criterion);
    const facts = { version: row.version, criteria: changed.join(',') };
    this.trail.record({ action: 'match.weightsChanged', subjectType: 'MatchWeights', subjectId: row.id, facts });
    return ok(toView(row));
  }

  #rows(agencyId: AgencyId, most?: number): Promise<MatchWeightTable[]> {
    return this.database.repository(MatchWeightTable).find({
      where: { agencyId },
      order: { version: 'DESC' },
      ...(most === undefined ? {} : { take: most }),
    });
  }
}

const toView = ({ version, criteria, reason, createdBy, createdAt }: MatchWeightTable): WeightsView => ({
  version,
  criteria,
  reason,
  createdBy,
  createdAt,
});

function problemsOfReason(reason: string): FieldProblem[] {
  const text = reason.trim();
  if (text === '') return [{ field: 'reason', code: 'REQUIRED' }];
  return text.length > LONGEST_REASON ? [{ field: 'reason', code: 'TOO_LONG' }] : [];
}

/** A table that the engine can reckon with; protected facts are refused by name. */
export function checkedWeights(version: number, rows: readonly WeightRow[]): Result<MatchWeights, WeightsRefusedError> {
  const criteria = rows.map(({ criterion, weight, why }) => ({ criterion, weight, why: why.trim() }));
  // The check itself finds every word that is no criterion.
  const weights = { version, criteria } as MatchWeights;
  const problems = checkWeights(weights);
  return problems.length > 0 ? err({ code: 'WEIGHTS_REFUSED', problems }) : ok(weights);
}
