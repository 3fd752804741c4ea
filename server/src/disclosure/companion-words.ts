// The family's word on one companion (H26), as words of the ledger: one policy decides what a volunteer reads of a child.
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, type AgencyId, type LocalDate } from '@tongxing/shared/kernel';
import {
  ADULT_AGE,
  disclose,
  ENDS_SOON_DAYS,
  offerOf,
  OWN_CONSENT_AGE,
  RENEWAL_DAYS,
  type ConsentFact,
  type FieldGroup,
  type Standing,
} from '@tongxing/shared/disclosure';
import { Database } from '../platform/database/index.js';
import { CompanionPairs } from './companion-pairs.js';
import { consentHolds, Consents, type CompanionWord } from './consents.js';
import { FILE_GUARDIAN, LedgerFacts, standingOf, type ChildFacts } from './ledger/ledger-facts.js';

export const COMPANION = { purpose: 'COMPANIONSHIP', audience: 'VOLUNTEER' } as const;

export interface PairOfChild {
  readonly id: string;
  readonly childId: string;
}

@Injectable()
export class CompanionWords {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly pairs: CompanionPairs,
    private readonly facts: LedgerFacts,
  ) {}

  /**
   * What each companion may read, by pair: nothing without the family's word on this very companion, and of that no
   * more than the ledger lets through. A pair that is over is the caller's to leave out.
   */
  async groupsFor(
    agencyId: AgencyId,
    pairs: readonly PairOfChild[],
    today: LocalDate,
  ): Promise<Map<string, ReadonlySet<FieldGroup>>> {
    const words = await this.consents.latestWords(
      agencyId,
      pairs.map(({ id }) => id),
    );
    const children = await this.facts.children(
      agencyId,
      pairs.map(({ childId }) => childId),
      today,
    );
    const ledger = await this.facts.words(agencyId, children, COMPANION);
    return new Map(
      pairs.map(({ id, childId }) => {
        const [word, child] = [words.get(id), children.get(childId)];
        const relation = word && consentHolds(word, today) ? ('CURRENT' as const) : ('NONE' as const);
        const consents = [...(ledger.get(childId) ?? []), ...(word && child ? toFacts(word, child) : [])];
        return [id, disclose({ consents, viewer: { ...COMPANION, relation }, child: child ?? {}, today })];
      }),
    );
  }

  /** The words on the companion of each of these children, by child; nothing of a child without one. */
  async ofChildren(
    agencyId: AgencyId,
    children: ReadonlyMap<string, ChildFacts>,
  ): Promise<ReadonlyMap<string, ConsentFact[]>> {
    if (children.size === 0) return new Map();
    const pairs = await this.pairs.reading(agencyId, [...children.keys()]);
    const words = await this.consents.latestWords(agencyId, [...pairs.values()].flat());
    return new Map(
      [...pairs].flatMap(([childId, pairIds]) => {
        const child = children.get(childId);
        const said = pairIds.flatMap((pairId) => words.get(pairId) ?? []);
        return child && said.length > 0 ? [[childId, said.flatMap((word) => toFacts(word, child))] as const] : [];
      }),
    );
  }

  /** Children with a companion of whom something may have to be asked: found by the database, judged by the policy. */
  async childIdsDue(agencyId: AgencyId, today: LocalDate): Promise<string[]> {
    const pairs = await this.pairs.reading(agencyId);
    if (pairs.size === 0) return [];
    const [turned14, turned18] = [OWN_CONSENT_AGE, ADULT_AGE].map((age) => bornAround(today, age));
    const rows = await this.database.read<{ childId: string }>(
      `SELECT DISTINCT c.childId AS childId FROM consent c
         JOIN child ON child.id = c.childId AND child.erasedAt IS NULL JOIN person p ON p.id = child.personId
        WHERE c.agencyId = ? AND c.withdrawnOn IS NULL AND (c.validUntil <= ?
           OR p.birthDate BETWEEN ? AND ? OR p.birthDate BETWEEN ? AND ?
           OR EXISTS (SELECT 1 FROM guardian_bar b WHERE b.childId = c.childId AND b.liftedAt IS NULL)
           OR (c.guardianPersonId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM household_member m
                WHERE m.householdId = child.householdId AND m.personId = c.guardianPersonId
                  AND m.isGuardian = 1 AND (m.until IS NULL OR m.until > ?))))`,
      [agencyId, addDays(today, ENDS_SOON_DAYS), ...(turned14 ?? []), ...(turned18 ?? []), today],
    );
    return rows.map(({ childId }) => childId).filter((childId) => pairs.has(childId));
  }
}

/** Birthdays of those who come to an age soon, or came to it within the year. */
const bornAround = (today: LocalDate, age: number): [LocalDate, LocalDate] => [
  addMonths(today, -12 * (age + 1)),
  addDays(addMonths(today, -12 * age), RENEWAL_DAYS + 1),
];

/** A yes to a companion is a yes to everything that a companion may ever read; the ledger can only narrow it. */
function toFacts(word: CompanionWord, child: ChildFacts): ConsentFact[] {
  const groups = offerOf(COMPANION.purpose, COMPANION.audience)?.groups ?? [];
  const [until, at] = [word.validUntil as LocalDate, word.recordedAt];
  const byChild = { giver: 'CHILD', giverId: 'CHILD', standing: 'COUNTS' } as const;
  return groups.flatMap((group): ConsentFact[] => {
    const about = { ...COMPANION, group, until, at };
    const guardian: ConsentFact = {
      ...about,
      ...giverOf(word, child),
      answer: 'YES',
      from: word.givenOn as LocalDate,
      withdrawnAt: word.withdrawnAt ?? undefined,
    };
    if (word.childAnswer === 'NOT_ASKED') return [guardian];
    const from = (word.childAnsweredOn ?? word.givenOn) as LocalDate;
    return [guardian, { ...about, ...byChild, answer: word.childAnswer, from }];
  });
}

/** Of a giver whom only a name tells the yes counts, but never while any guardian of the child is under suspicion. */
function giverOf({ guardianPersonId }: CompanionWord, child: ChildFacts) {
  const giver = 'GUARDIAN' as const;
  if (guardianPersonId !== null) {
    return { giver, giverId: guardianPersonId, standing: standingOf(guardianPersonId, child) };
  }
  const standing: Standing = child.barred.size > 0 ? 'BARRED' : 'COUNTS';
  return { giver, giverId: child.guardians.has(FILE_GUARDIAN) ? FILE_GUARDIAN : 'BY_NAME', standing };
}
