// The ledger as the policy reads it: every word on some children, with how its giver stands to the child today.
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { Audience, ConsentFact, DisclosurePurpose, Standing } from '@tongxing/shared/disclosure';
import { Child, HouseholdMember } from '../../children/index.js';
import { Person } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { ConsentGrant, GuardianBar } from './ledger.entities.js';

/** A guardian whom only the child's own file names: there is one at most, and no person of theirs. */
export const FILE_GUARDIAN = 'FILE';

export interface ChildFacts {
  readonly childId: string;
  readonly birthDate?: LocalDate | undefined;
  /** Persons who are guardians in the child's household today; FILE_GUARDIAN where the child has none. */
  readonly guardians: ReadonlySet<string>;
  readonly barred: ReadonlySet<string>;
}

@Injectable()
export class LedgerFacts {
  constructor(private readonly database: Database) {}

  /** What decides besides the words: age, who is a guardian now, who is under suspicion. Erased children are absent. */
  async children(agencyId: AgencyId, ids: readonly string[], today: LocalDate): Promise<Map<string, ChildFacts>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const children = await this.database.repository(Child).find({
      select: { id: true, personId: true, householdId: true },
      where: { agencyId, id: In(wanted), erasedAt: IsNull() },
    });
    const births = await this.#births(agencyId, children);
    const guardians = await this.#guardians(agencyId, children, today);
    const bars = await this.database
      .repository(GuardianBar)
      .findBy({ agencyId, childId: In(children.map(({ id }) => id)), liftedAt: IsNull() });
    return new Map(
      children.map(({ id, personId, householdId }) => [
        id,
        {
          childId: id,
          birthDate: births.get(personId),
          guardians: householdId === null ? new Set([FILE_GUARDIAN]) : (guardians.get(householdId) ?? new Set()),
          barred: new Set(
            bars.filter(({ childId }) => childId === id).map((bar) => bar.guardianPersonId ?? FILE_GUARDIAN),
          ),
        },
      ]),
    );
  }

  /** The words on these children, by child; of one audience and purpose, or of all. */
  async words(
    agencyId: AgencyId,
    children: ReadonlyMap<string, ChildFacts>,
    about: { readonly audience?: Audience; readonly purpose?: DisclosurePurpose } = {},
  ): Promise<Map<string, ConsentFact[]>> {
    if (children.size === 0) return new Map();
    const rows = await this.database
      .repository(ConsentGrant)
      .findBy({ agencyId, childId: In([...children.keys()]), ...about });
    const byChild = new Map<string, ConsentFact[]>();
    for (const row of rows) {
      const child = children.get(row.childId);
      if (child) byChild.set(row.childId, [...(byChild.get(row.childId) ?? []), toFact(row, child)]);
    }
    return byChild;
  }

  async #births(agencyId: AgencyId, children: readonly Child[]): Promise<Map<string, LocalDate | undefined>> {
    const people = await this.database.repository(Person).find({
      select: { id: true, birthDate: true },
      where: { agencyId, id: In(children.map(({ personId }) => personId)) },
    });
    return new Map(people.map(({ id, birthDate }) => [id, (birthDate ?? undefined) as LocalDate | undefined]));
  }

  async #guardians(agencyId: AgencyId, children: readonly Child[], today: LocalDate) {
    const households = children.flatMap(({ householdId }) => (householdId === null ? [] : [householdId]));
    const found = new Map<string, Set<string>>();
    if (households.length === 0) return found;
    const rows = await this.database.repository(HouseholdMember).find({
      select: { id: true, householdId: true, personId: true, isGuardian: true, since: true, until: true },
      where: { agencyId, householdId: In([...new Set(households)]) },
    });
    for (const row of rows) {
      // On the day on which somebody stops being the guardian, they are none already.
      const now = (row.since === null || row.since <= today) && (row.until === null || row.until > today);
      if (row.isGuardian && now)
        found.set(row.householdId, (found.get(row.householdId) ?? new Set()).add(row.personId));
    }
    return found;
  }
}

export function standingOf(guardianId: string, child: ChildFacts): Standing {
  if (!child.guardians.has(guardianId)) return 'FORMER';
  return child.barred.has(guardianId) ? 'BARRED' : 'COUNTS';
}

function toFact(row: ConsentGrant, child: ChildFacts): ConsentFact {
  const guardianId = row.guardianPersonId ?? FILE_GUARDIAN;
  const byChild = row.giver === 'CHILD';
  return {
    giver: row.giver,
    giverId: byChild ? 'CHILD' : guardianId,
    standing: byChild ? 'COUNTS' : standingOf(guardianId, child),
    group: row.fieldGroup,
    purpose: row.purpose,
    audience: row.audience,
    occasion: row.occasion ?? undefined,
    answer: row.answer,
    from: row.fromOn as LocalDate,
    until: row.untilOn as LocalDate,
    at: row.givenAt,
    withdrawnAt: row.withdrawnAt ?? undefined,
  };
}
