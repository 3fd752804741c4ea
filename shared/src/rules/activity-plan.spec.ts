import { collides, planNeeds, PLAN_NEEDS } from './activity-plan.js';

const WHOLE = {
  taskGoal: '读完一本书',
  processGoal: '认识新朋友',
  childrenPart: '孩子们选书',
  children: 10,
  hasGroup: true,
  workers: 1,
  riskChildren: '走散',
  riskStaff: '中暑',
  venueSafe: true,
  childrenPerAdult: 5,
  adults: 2,
};

it('says everything that a bare plan needs, and nothing of a whole one', () => {
  const bare = { taskGoal: ' ', processGoal: '', childrenPart: '', riskChildren: '', riskStaff: '' };
  const nobody = { children: 1, hasGroup: false, workers: 0, adults: 0, childrenPerAdult: 5, venueSafe: false };
  expect(planNeeds({ ...bare, ...nobody })).toEqual(PLAN_NEEDS);
  expect(planNeeds(WHOLE)).toEqual([]);
  expect(planNeeds({ ...WHOLE, children: 11 })).toEqual(['ADULTS']);
});

it('no part for children, no opening, even where no child is counted (T4)', () => {
  expect(planNeeds({ ...WHOLE, childrenPart: '', children: 0 })).toEqual(['CHILDREN_PART']);
});

describe('H22', () => {
  const at = (venueId: string, starts: number, ends: number) => ({ venueId, starts, ends });

  it('refuses an overlap, and the way that is too short', () => {
    expect(collides(at('a', 540, 720), at('a', 700, 800), 30)).toBe(true);
    expect(collides(at('a', 540, 720), at('b', 740, 800), 30)).toBe(true);
    expect(collides(at('b', 740, 800), at('a', 540, 720), 30)).toBe(true);
  });

  it('lets one follow the other at one venue, and at another after the way', () => {
    expect(collides(at('a', 540, 720), at('a', 720, 800), 30)).toBe(false);
    expect(collides(at('a', 540, 720), at('b', 750, 800), 30)).toBe(false);
  });
});
