// What readers outside get of a child, whatever is known of it and whatever the family said.
import fc from 'fast-check';
import type { LocalDate } from '@tongxing/shared/kernel';
import { FIELD_GROUPS, OFFERS, type FieldGroup } from '@tongxing/shared/disclosure';
import {
  SHARED_WITH,
  toChildForCompany,
  toChildForExpert,
  toChildForPartner,
  type KnownChild,
  type SharedWith,
} from './shared-child.js';

const RUNS = { numRuns: 400 };
const TODAY = '2026-11-22' as LocalDate;
const PROJECTION: Readonly<Record<SharedWith, (known: KnownChild) => object>> = {
  COMPANY: toChildForCompany,
  PARTNER: toChildForPartner,
  EXPERT: toChildForExpert,
};
/** Which group each field is behind; what is always there is behind none. */
const GROUP_OF: Readonly<Record<string, FieldGroup>> = {
  ...{
    ageBand: 'AGE_BAND',
    schoolStage: 'SCHOOL_STAGE',
    interests: 'INTERESTS',
    district: 'REGION',
    cards: 'PROGRESS',
  },
};
const ALWAYS = ['initial', 'shareId', 'untilOn'];

const groups = fc.subarray([...FIELD_GROUPS]).map((some) => new Set<FieldGroup>(some));
const secret = fc.string({ minLength: 6, maxLength: 12, unit: 'grapheme-ascii' });
const knownChild = fc
  .record({ groups, name: secret, code: fc.constantFrom('A', 'B'), erased: fc.boolean(), age: fc.nat({ max: 17 }) })
  .map(({ name, code, erased, age, ...rest }) => {
    // More than a projection asks for: what a file holds besides must not slip through.
    const person = { birthDate: `${String(2026 - age)}-01-01` as LocalDate, erased, name: `name ${name}` };
    const school = { school: `school ${name}`, areaCode: code, intake: { schoolStage: 'PRIMARY' } };
    const child = { person, needs: ['STUDY', 'MONEY', 'INTERESTS'], ...school };
    const card = { title: '种豆', text: '三片叶子', releasedAt: '2026-11-20T00:00:00.000Z', childId: `child ${name}` };
    const known = {
      ...{ share: { id: 'share', untilOn: TODAY }, pseudonym: '青禾', groups: rest.groups, child, cards: [card] },
      ...{ areaName: (of: string) => `area ${of}`, today: TODAY },
    } satisfies KnownChild;
    return { known, name };
  });
const given = (view: object): string[] =>
  Object.entries(view).flatMap(([key, value]) => {
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    return empty || ALWAYS.includes(key) ? [] : [key];
  });

describe.each(SHARED_WITH)('what is shown as %s', (audience) => {
  const project = PROJECTION[audience];
  const offered = OFFERS.filter((one) => one.audience === audience).flatMap((offer) => offer.groups);

  it('holds nothing outside the groups that are open, nor outside what may ever be asked for', () => {
    fc.assert(
      fc.property(knownChild, ({ known, name }) => {
        const view = project(known);
        for (const key of given(view)) {
          const group = GROUP_OF[key];
          expect([key, group !== undefined && known.groups.has(group)]).toEqual([key, true]);
          expect(offered).toContain(group);
        }
        expect(JSON.stringify(view)).not.toContain(name);
        expect(JSON.stringify(view)).not.toContain('MONEY');
      }),
      RUNS,
    );
  });

  it('is the initial alone without any group, and of a child that is gone', () => {
    fc.assert(
      fc.property(knownChild, ({ known }) => {
        const closed = project({ ...known, groups: new Set(['PSEUDONYM']) });
        expect(given(closed)).toEqual([]);
        expect(closed).toMatchObject({ initial: '青' });
        expect(given(project({ ...known, child: undefined }))).toEqual([]);
        const gone = { ...known.child, person: { ...known.child.person, erased: true } };
        expect(given(project({ ...known, child: gone }))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never shows less for one more group, nor more for one less', () => {
    fc.assert(
      fc.property(knownChild, fc.constantFrom(...FIELD_GROUPS), ({ known }, group) => {
        const without = new Set([...known.groups].filter((one) => one !== group));
        const more = given(project({ ...known, groups: new Set([...without, group]) }));
        const less = given(project({ ...known, groups: without }));
        expect(more).toEqual(expect.arrayContaining(less));
        expect(more.filter((key) => !less.includes(key)).every((key) => GROUP_OF[key] === group)).toBe(true);
      }),
      RUNS,
    );
  });

  it('shows every group that is open and held: fails closed, not always', () => {
    fc.assert(
      fc.property(knownChild, ({ known }) => {
        const there = { ...known.child, person: { ...known.child.person, erased: false } };
        const view = given(project({ ...known, child: there, groups: new Set(FIELD_GROUPS) }));
        const held = Object.entries(GROUP_OF).filter(([, group]) => offered.includes(group));
        expect([...view].sort()).toEqual(held.map(([key]) => key).sort());
      }),
      RUNS,
    );
  });
});
