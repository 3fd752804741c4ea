// Whom an office stands beside, and who must not be left with a closed one. `people` knows no child; its module says so.
import { Injectable } from '@nestjs/common';
import type { AgencyId, OfficeId } from '@tongxing/shared/kernel';

export interface OfficeContent {
  count(agencyId: AgencyId, officeId: OfficeId): Promise<number>;
  /** To another office, or to the whole agency; inside a unit of work. */
  move(agencyId: AgencyId, from: OfficeId, to: OfficeId | null): Promise<void>;
}

/** Children of an office. */
@Injectable()
export class OfficeContents {
  #children: OfficeContent | undefined;

  add(children: OfficeContent): void {
    if (this.#children) throw new Error('BUG: two modules keep children in offices');
    this.#children = children;
  }

  async count(agencyId: AgencyId, officeId: OfficeId): Promise<number> {
    return (await this.#children?.count(agencyId, officeId)) ?? 0;
  }

  async move(agencyId: AgencyId, from: OfficeId, to: OfficeId | null): Promise<void> {
    await this.#children?.move(agencyId, from, to);
  }
}
