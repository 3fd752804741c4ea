// How much of the audit a reader has: whoever a concern may be about reads nothing of one that is (ADR 0029).
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { AuditEvent, type ChainVerdict } from '../platform/audit-trail/index.js';
import { Database } from '../platform/database/index.js';
import { Concerns } from '../safeguarding/index.js';

/** Links of an agency's chain as one reader has them, and where each of them stands among those. */
export interface AuditView {
  /** Whether the chain itself is shown: its own places, and the hashes by which a missing link would show. */
  readonly whole: boolean;
  /** All of the reader's, to be narrowed further; the alias is `e`. */
  readonly events: () => SelectQueryBuilder<AuditEvent>;
  /** Place of each of some links, by its place in the chain. */
  readonly placesOf: (sequences: readonly number[]) => Promise<ReadonlyMap<number, number>>;
}

/** Kinds of things that a concern consists of; all begin so, and the next letter ends the range. */
const KINDS = { first: 'Concern', end: 'Concero' };
const OF_CONCERNS = 'e.subjectType >= :firstKind AND e.subjectType < :endKind';

@Injectable()
export class AuditScope {
  constructor(
    private readonly database: Database,
    private readonly concerns: Concerns,
  ) {}

  async of(actor: PersonActor): Promise<AuditView> {
    const { agencyId } = actor;
    if (!mayDo(actor, 'concern.handle')) return this.#whole(agencyId);
    const about = await this.concerns.aboutSelf(actor);
    return this.#without(agencyId, about.length > 0 ? about : ['-']);
  }

  /** What was found in the chain, by the places that the reader knows. */
  async verdictFor(actor: PersonActor, verdict: ChainVerdict): Promise<ChainVerdict> {
    const places = await (
      await this.of(actor)
    ).placesOf([
      verdict.from,
      verdict.rows,
      ...verdict.problems.flatMap((problem) => ('sequence' in problem ? [problem.sequence] : [])),
    ]);
    const placed = (sequence: number) => places.get(sequence) ?? sequence;
    return {
      ...verdict,
      from: placed(verdict.from),
      rows: placed(verdict.rows),
      problems: verdict.problems.map((problem) =>
        'sequence' in problem ? { ...problem, sequence: placed(problem.sequence) } : problem,
      ),
    };
  }

  #whole(agencyId: AgencyId): AuditView {
    return {
      whole: true,
      events: () => this.#events(agencyId),
      placesOf: (sequences) => Promise.resolve(new Map(sequences.map((sequence) => [sequence, sequence]))),
    };
  }

  /**
   * Without what was done about these concerns, and without lists of concerns: which were on a list stands in its facts, and
   * that one is missing would say so. The same for everybody of the case team, so that nothing changes on the day on which
   * somebody is named; places are counted among what is shown, so that none is missing between two.
   */
  #without(agencyId: AgencyId, about: readonly string[]): AuditView {
    const hiding = { firstKind: KINDS.first, endKind: KINDS.end, about };
    const hidden = `(${OF_CONCERNS} AND (e.subjectId IS NULL OR e.subjectId IN (:...about)))`;
    return {
      whole: false,
      events: () => this.#events(agencyId).andWhere(`NOT ${hidden}`, hiding),
      placesOf: async (sequences) => {
        if (sequences.length === 0) return new Map();
        const [low, high] = [Math.min(...sequences), Math.max(...sequences)];
        const below = await this.#events(agencyId)
          .andWhere(hidden, hiding)
          .andWhere('e.sequence < :low', { low })
          .getCount();
        const between = await this.#events(agencyId)
          .select('e.sequence', 'sequence')
          .andWhere(hidden, hiding)
          .andWhere('e.sequence BETWEEN :low AND :high', { low, high })
          .orderBy('e.sequence', 'ASC')
          .getRawMany<{ sequence: number | string }>();
        return placesAmong(
          sequences,
          below,
          between.map(({ sequence }) => Number(sequence)),
        );
      },
    };
  }

  #events(agencyId: AgencyId): SelectQueryBuilder<AuditEvent> {
    return this.database.repository(AuditEvent).createQueryBuilder('e').where('e.agencyId = :agencyId', { agencyId });
  }
}

/** A hidden link has the place of the one before it. */
function placesAmong(
  sequences: readonly number[],
  below: number,
  hidden: readonly number[],
): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let passed = 0;
  for (const sequence of [...sequences].sort((one, other) => one - other)) {
    while (passed < hidden.length && (hidden[passed] ?? 0) <= sequence) passed += 1;
    places.set(sequence, sequence - below - passed);
  }
  return places;
}
