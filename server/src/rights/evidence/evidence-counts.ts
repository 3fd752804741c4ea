// Reads the year out of the chain: two statements, which the paper names word for word.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import {
  EVIDENCE_COUNT_CODES,
  EVIDENCE_COUNTS,
  EVIDENCE_ROW_ACTIONS,
  evidenceFigures,
  type ChainFact,
  type EvidenceCount,
  type EvidenceFigures,
  type Times,
} from '@tongxing/shared/rules';
import { Database, placeholders } from '../../platform/database/index.js';

export interface Span {
  /** The first instant of the year in the agency's zone, and the first one after it. */
  readonly from: string;
  readonly until: string;
  readonly asOf: string;
  readonly rightsDays: number;
}

const COUNT = 'SELECT COUNT(*) AS times, COUNT(DISTINCT actorId) AS actors FROM audit_event';
const ROWS = 'SELECT action, subjectId, at, facts FROM audit_event';
const WITHIN = 'WHERE agencyId = ? AND at >= ? AND at < ? AND action IN';
/** As they stand on the paper. */
export const EVIDENCE_STATEMENTS = [`${COUNT} ${WITHIN} (…)`, `${ROWS} ${WITHIN} (…) ORDER BY sequence`] as const;

@Injectable()
export class EvidenceCounts {
  constructor(private readonly database: Database) {}

  async of(agencyId: AgencyId, { from, until, asOf, rightsDays }: Span): Promise<EvidenceFigures> {
    // What happened at this very moment is part of it.
    const now = new Date(Date.parse(asOf) + 1).toISOString();
    const end = until < now ? until : now;
    const counted: Partial<Record<EvidenceCount, Times>> = {};
    for (const code of EVIDENCE_COUNT_CODES) {
      const { actions } = EVIDENCE_COUNTS[code];
      const sql = `${COUNT} ${WITHIN} (${placeholders(actions)})`;
      const [row] = await this.database.read<Record<keyof Times, number | string>>(sql, [
        ...[agencyId, from, end],
        ...actions,
      ]);
      counted[code] = { times: Number(row?.times ?? 0), actors: Number(row?.actors ?? 0) };
    }
    // What was asked within the year may have been answered after it.
    const answers = await this.#rows(agencyId, from, now);
    const rows = answers.filter(({ at }) => at < until);
    return evidenceFigures(counted as Record<EvidenceCount, Times>, rows, answers, { asOf, rightsDays });
  }

  async #rows(agencyId: AgencyId, from: string, until: string): Promise<ChainFact[]> {
    const sql = `${ROWS} ${WITHIN} (${placeholders(EVIDENCE_ROW_ACTIONS)}) ORDER BY sequence`;
    type Row = Omit<ChainFact, 'facts'> & { readonly facts: string };
    const rows = await this.database.read<Row>(sql, [agencyId, from, until, ...EVIDENCE_ROW_ACTIONS]);
    return rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as ChainFact['facts'] }));
  }
}
