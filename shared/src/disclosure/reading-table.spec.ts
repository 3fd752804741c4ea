// The table that a director reads says what the policy does: cell by cell, with every yes, with none, and age by age.
import { addMonths, type LocalDate } from '../kernel/index.js';
import { CHILD_GRADES, clearanceBy, clears, RELATIONS, ROLES } from '../permissions/index.js';
import {
  AGE_ROWS,
  AUDIENCES,
  disclose,
  FIELD_GROUPS,
  PURPOSES,
  readingTable,
  type Audience,
  type ConsentFact,
  type DisclosurePurpose,
  type Giver,
} from './index.js';

const TODAY = '2026-11-22' as LocalDate;
const YEARS = [7, 8, 14, 18];
const born = (age: number) => addMonths(TODAY, -12 * age);

/** Everybody says yes to everything. */
function everyYes(purpose: DisclosurePurpose, audience: Audience, givers: readonly Giver[]): ConsentFact[] {
  const days = { from: TODAY, until: TODAY, at: '2026-11-22T00:00:00.000Z', occasion: undefined };
  return givers.flatMap((giver) =>
    FIELD_GROUPS.map((group) => ({
      ...{ giver, giverId: giver, standing: 'COUNTS' as const, group, purpose, audience, answer: 'YES' as const },
      ...days,
    })),
  );
}
function shown(
  purpose: DisclosurePurpose,
  audience: Audience,
  givers: readonly Giver[],
  age = 10,
): ReadonlySet<string> {
  const occasion = audience === 'PUBLIC' ? '画展' : undefined;
  const consents = everyYes(purpose, audience, givers).map((fact) => ({ ...fact, occasion }));
  const viewer = { audience, purpose, relation: 'CURRENT' as const, occasion };
  return disclose({ consents, viewer, child: { birthDate: born(age) }, today: TODAY });
}

describe('what each reader may read', () => {
  it('is nothing to whoever stands in it neither by work nor by consent', () => {
    const silent = readingTable().filter(({ byWork, byConsent }) => byWork.length + byConsent.length === 0);
    for (const { role } of silent) {
      if (!role) continue;
      for (const relation of RELATIONS) expect(CHILD_GRADES).not.toContain(clearanceBy(role, relation));
    }
    expect(silent.length).toBeGreaterThan(0);
  });

  it('is without a consent exactly what the matrix clears the role for, kind by kind', () => {
    for (const { role, byWork } of readingTable()) {
      if (!role) continue;
      for (const { relation, what } of byWork) {
        const cleared = CHILD_GRADES.filter((grade) => clears(clearanceBy(role, relation), grade));
        expect([role, relation, what.map(({ grade }) => grade)]).toEqual([role, relation, cleared]);
      }
    }
  });

  it('names every role once, and the public', () => {
    const roles = readingTable().map(({ role }) => role);
    expect(roles.filter((role) => role !== undefined).sort()).toEqual([...ROLES].sort());
    expect(roles.at(-1)).toBeUndefined();
  });

  it('is, for every audience and purpose, exactly what the policy shows with every yes, and the initial with none', () => {
    const cells = readingTable().flatMap(({ byConsent }) => byConsent);
    for (const audience of AUDIENCES) {
      for (const purpose of PURPOSES) {
        const cell = cells.find((one) => one.audience === audience && one.purpose === purpose);
        const said = new Set(cell?.groups.map(({ group }) => group) ?? ['PSEUDONYM']);
        expect([audience, purpose, shown(purpose, audience, ['GUARDIAN', 'CHILD'])]).toEqual([audience, purpose, said]);
        const without = new Set(
          cell?.groups.filter(({ needsYes }) => !needsYes).map(({ group }) => group) ?? ['PSEUDONYM'],
        );
        expect([audience, purpose, shown(purpose, audience, [])]).toEqual([audience, purpose, without]);
      }
    }
  });

  it('never reaches, by consent, beyond what the role is cleared for at all', () => {
    for (const { role, byConsent } of readingTable()) {
      if (!role || byConsent.length === 0) continue;
      expect([role, clearanceBy(role, 'ASSIGNED')]).toEqual([role, 'G3']);
      for (const relation of ['SAME_OFFICE', 'SAME_AGENCY', 'PUBLIC'] as const) {
        expect([role, CHILD_GRADES.includes(clearanceBy(role, relation))]).toEqual([role, false]);
      }
    }
  });

  it('says whose yes is needed at each age as the policy has it', () => {
    for (const [index, age] of YEARS.entries()) {
      const row = AGE_ROWS[index];
      const opens = (givers: readonly Giver[]) => shown('SPONSORSHIP', 'DONOR', givers, age).size > 1;
      expect([age, opens(['GUARDIAN', 'CHILD'])]).toEqual([age, true]);
      expect([age, opens(['GUARDIAN'])]).toEqual([age, row?.child === false]);
      expect([age, opens(['CHILD'])]).toEqual([age, row?.guardian === false]);
    }
  });
});
