// How many of those who were helped help now, by kind and day; for outsiders without small cells.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { forOutside, wholeFigure } from '@tongxing/shared/rules';
import { Database } from '../platform/database/index.js';
import { HELPER_ORIGINS, type HelperOrigin } from './helper.entities.js';

/** Begun, and having reached a step, until a day; each person once. */
export const COUNTED_STEPS = ['BEGUN', 'ACTIVE', 'CORE', 'STAFF'] as const;
export type CountedStep = (typeof COUNTED_STEPS)[number];

export interface HelperCount {
  readonly step: CountedStep;
  /** Undefined: withheld. */
  readonly total: number | undefined;
  readonly parts: readonly { readonly origin: HelperOrigin; readonly count: number | undefined }[];
}
interface Row {
  readonly step: CountedStep;
  readonly origin: HelperOrigin;
  readonly n: number | string;
}

@Injectable()
export class HelperCounts {
  constructor(private readonly database: Database) {}

  async of(agencyId: AgencyId, on: LocalDate, outside: boolean): Promise<HelperCount[]> {
    const rows = await this.database.read<Row>(
      `SELECT 'BEGUN' AS step, j.origin AS origin, COUNT(DISTINCT j.personId) AS n FROM helper_journey j
        WHERE j.agencyId = ? AND j.begunOn <= ? GROUP BY j.origin
       UNION ALL
       SELECT m.kind AS step, j.origin AS origin, COUNT(DISTINCT m.personId) AS n FROM helper_milestone m
        JOIN helper_journey j ON j.id = m.journeyId
        WHERE m.agencyId = ? AND m.happenedOn <= ? AND m.kind IN ('ACTIVE', 'CORE', 'STAFF') GROUP BY m.kind, j.origin`,
      [agencyId, on, agencyId, on],
    );
    return COUNTED_STEPS.map((step) => {
      const counted = HELPER_ORIGINS.map((origin) => {
        const found = rows.find((row) => row.step === step && row.origin === origin);
        return { code: origin, count: Number(found?.n ?? 0) };
      });
      const denominator = counted.reduce((sum, { count }) => sum + count, 0);
      const open = (outside ? forOutside : wholeFigure)({ denominator, oneEach: true, parts: counted });
      const parts = HELPER_ORIGINS.map((origin) => {
        return { origin, count: open.parts.find(({ code }) => code === origin)?.count };
      });
      return { step, total: open.denominator, parts };
    });
  }
}
