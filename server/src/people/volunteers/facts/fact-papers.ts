// Papers that stand behind a dated fact. `people` keeps no papers; the module that does says how they are tied to one.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';

export interface PaperTie {
  readonly agencyId: AgencyId;
  /** The volunteer, or the colleague's person, on whose page the papers lie. */
  readonly subjectId: string;
  readonly purpose: 'TRAINING_CERTIFICATE' | 'VOLUNTEER_AGREEMENT' | 'STAFF_CREDENTIAL';
  readonly paperIds: readonly string[];
  readonly recordId: string;
}
/** Inside a unit of work: true where all of them lay there and stand behind the record now. */
export type TiePapers = (tie: PaperTie) => Promise<boolean>;

@Injectable()
export class FactPapers {
  #tie: TiePapers | undefined;

  add(tie: TiePapers): void {
    if (this.#tie) throw new Error('BUG: two modules keep papers');
    this.#tie = tie;
  }

  async tie(tie: PaperTie): Promise<boolean> {
    if (tie.paperIds.length === 0) return true;
    return (await this.#tie?.(tie)) ?? false;
  }
}
