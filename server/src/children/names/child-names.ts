// A name for each audience of a child (H11): whoever knows one learns nothing of the others.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { PseudonymAudience } from '@tongxing/shared/rules';
import { Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Child } from '../child.entity.js';
import { pickPseudonym } from '../pseudonyms.js';
import { ChildPseudonym } from './child-pseudonym.entity.js';

export interface ChildName {
  readonly audience: PseudonymAudience;
  readonly pseudonym: string;
}

@Injectable()
export class Pseudonyms {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** By which name an audience knows a child, drawn when it is first needed; inside a unit of work. */
  async of(agencyId: AgencyId, childId: string, audience: PseudonymAudience): Promise<string> {
    const query = this.database.repository(Child).createQueryBuilder('c').where({ agencyId, id: childId });
    const child = await this.database.forUpdate(query).getOne();
    if (!child) throw new Error('BUG: a pseudonym for a child without a row');
    if (audience === 'COMPANION') return child.pseudonym;
    const names = this.database.repository(ChildPseudonym);
    const known = await names.findBy({ agencyId, childId });
    const there = known.find((name) => name.audience === audience);
    if (there) return there.pseudonym;
    const others = await names.find({ select: { pseudonym: true }, where: { agencyId, audience } });
    // Never one of the child's own others: two audiences who compare lists find nobody twice.
    const taken = [...others, ...known].map(({ pseudonym }) => pseudonym);
    const pseudonym = pickPseudonym(new Set([...taken, child.pseudonym]));
    await names.insert({ id: this.ids.next(), agencyId, childId, audience, pseudonym });
    return pseudonym;
  }

  /** Every name that was given away so far: the companion's, and those of other audiences. */
  async given(agencyId: AgencyId, childId: string): Promise<ChildName[]> {
    const child = await this.database.repository(Child).findOneBy({ agencyId, id: childId });
    if (!child) return [];
    const names = await this.database.repository(ChildPseudonym).findBy({ agencyId, childId });
    const given = names.map(({ audience, pseudonym }) => ({ audience, pseudonym }));
    return [{ audience: 'COMPANION' as const, pseudonym: child.pseudonym }, ...given];
  }
}
