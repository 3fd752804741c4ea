// A figure from its counts: the right denominator, half up, and what outsiders may not have.
import { DEFINITIONS, familyFigure, FIGURE_CODES } from './family-figures.js';

const counts = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of));
const EVENTS = { ILLNESS: 280, DIVORCE: 104, ACCIDENT: 40, PARENT_DEATH_OR_DEPARTURE: 24, OTHER: 8 };
const sharesOf = ({ parts }: ReturnType<typeof familyFigure>) => parts.map(({ share }) => share);

describe('a figure of families', () => {
  it('says nothing where nobody is counted', () => {
    for (const code of FIGURE_CODES) {
      const empty = familyFigure(code, { denominator: 0, counts: new Map(), sum: 0 }, false);
      expect([empty.denominator, empty.mean, empty.togetherShare]).toEqual([0, undefined, undefined]);
      expect(sharesOf(empty)).toEqual(DEFINITIONS[code].parts.map(() => undefined));
    }
  });

  it('is a share of those with an event (D5): of all households it would be another figure', () => {
    const ofThose = familyFigure('MAJOR_EVENT_KIND', { denominator: 424, counts: counts(EVENTS) }, false);
    expect(sharesOf(ofThose)).toEqual([66, 24.5, 9.4, 5.7, 1.9]);
    expect(ofThose.oneEach).toBe(false);
    const ofAll = familyFigure('MAJOR_EVENT_KIND', { denominator: 624, counts: counts(EVENTS) }, false);
    expect(sharesOf(ofAll)).not.toContain(66);
  });

  it('adds up the parts that its own number is of', () => {
    const forms = counts({ TWO_PARENT: 411, SINGLE_PARENT: 96, GRANDPARENT_LED: 84, BLENDED: 33 });
    const figure = familyFigure('FAMILY_FORM', { denominator: 624, counts: forms }, false);
    expect([figure.together, figure.togetherShare]).toEqual([213, 34.1]);
  });

  it('keeps the helpers from outsiders where they would give a withheld part away', () => {
    const roles = { denominator: 540, counts: counts({ CORE_CHILD: 18, PARENT: 3, CORPORATE: 380, SPONSOR: 139 }) };
    const figure = familyFigure('VOLUNTEER_KIND', { ...roles, helpers: 21 }, true);
    expect(figure.helpers).toBeUndefined();
    expect(figure.parts.map(({ count }) => count)).toEqual([undefined, undefined, 380, 139]);
    expect(familyFigure('VOLUNTEER_KIND', { ...roles, helpers: 21 }, false).helpers).toBe(21);
  });

  it('keeps the persons of a few households from outsiders', () => {
    const few = { denominator: 4, counts: new Map<string, number>(), sum: 17 };
    expect(familyFigure('HOUSEHOLD_SIZE', few, true)).toMatchObject({ denominator: undefined, mean: undefined });
    expect(familyFigure('HOUSEHOLD_SIZE', few, true).sum).toBeUndefined();
  });
});
