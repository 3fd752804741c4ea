// Whom an office stands beside, and who must not be left with a closed one. `people` knows no child and no roster; their
// modules say so.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';

export interface OfficeContent {
  count(agencyId: AgencyId, officeId: OfficeId): Promise<number>;
  /** To another office, or to the whole agency; inside a unit of work. */
  move(agencyId: AgencyId, from: OfficeId, to: OfficeId | null): Promise<void>;
}

/** Children of an office, and rosters that wait to be taken in there. */
export const OFFICE_CONTENTS = ['children', 'rosters'] as const;
export type OfficeContentKind = (typeof OFFICE_CONTENTS)[number];

@Injectable()
export class OfficeContents {
  readonly #kept = new Map<OfficeContentKind, OfficeContent>();

  add(kind: OfficeContentKind, content: OfficeContent): void {
    if (this.#kept.has(kind)) throw new Error(`BUG: two modules keep ${kind} in offices`);
    this.#kept.set(kind, content);
  }

  async count(kind: OfficeContentKind, agencyId: AgencyId, officeId: OfficeId): Promise<number> {
    return (await this.#kept.get(kind)?.count(agencyId, officeId)) ?? 0;
  }

  async move(agencyId: AgencyId, from: OfficeId, to: OfficeId | null): Promise<void> {
    for (const content of this.#kept.values()) await content.move(agencyId, from, to);
  }
}
