// Children opened to readers outside: a company, a partner agency and an expert, each as far as the family agrees; one took it back.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import type { FieldGroup } from '@tongxing/shared/disclosure';
import { ChildrenRepository } from '../children/index.js';
import { allRows } from '../platform/access/index.js';
import { Ids } from '../platform/clock/index.js';
import { ChildShares, PURPOSE_OF, type SharedWith } from '../sharing/index.js';
import { DemoConsents } from './demo-consents.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const HALF_A_YEAR = 182;

interface DemoShare {
  /** Which of the children that live in a household. */
  readonly child: number;
  readonly audience: SharedWith;
  readonly organisation: string;
  readonly yes: readonly FieldGroup[];
  readonly takenBack?: true;
}
const SHARES: readonly DemoShare[] = [
  { child: 1, audience: 'PARTNER', organisation: '河湾社区社工站', yes: ['AGE_BAND', 'PROGRESS', 'SCHOOL_STAGE'] },
  { child: 1, audience: 'EXPERT', organisation: '青禾儿童发展研究室', yes: ['AGE_BAND', 'PROGRESS', 'INTERESTS'] },
  { child: 2, audience: 'EXPERT', organisation: '青禾儿童发展研究室', yes: ['AGE_BAND', 'SCHOOL_STAGE', 'INTERESTS'] },
  { child: 2, audience: 'COMPANY', organisation: '晨光文具（虚构）', yes: ['AGE_BAND', 'INTERESTS'] },
  { child: 3, audience: 'COMPANY', organisation: '晨光文具（虚构）', yes: ['AGE_BAND', 'INTERESTS'], takenBack: true },
];

@Injectable()
export class DemoShares {
  constructor(
    private readonly children: ChildrenRepository,
    private readonly consents: DemoConsents,
    private readonly shares: ChildShares,
    private readonly ids: Ids,
  ) {}

  async open({ worker, readers }: DemoStaff, today: LocalDate): Promise<void> {
    const homes = (await this.children.all(allRows(worker.agencyId))).filter(
      ({ householdId }) => householdId !== undefined,
    );
    for (const { child: at, audience, organisation, yes, takenBack } of SHARES) {
      const childId = homes[at]?.id;
      if (!childId) continue;
      const asked = { childId, audience, purpose: PURPOSE_OF[audience] };
      await this.consents.agree(worker, { ...asked, yes }, today);
      const share = { childId, audience, organisation, readerPersonId: readers[audience] };
      const opened = { ...share, untilOn: addDays(today, HALF_A_YEAR), requestId: this.ids.next<never>() };
      must(await this.shares.open(worker, opened), 'open a child to a reader');
      if (takenBack) await this.consents.agree(worker, { ...asked, yes: [] }, today);
    }
  }
}
