import { coverInput, coverProblems, noCover } from './cover-form.js';

const TODAY = '2026-11-22';
const FILLED = { ...noCover(TODAY), volunteerId: 'v', until: '2026-12-20' };

it('asks for somebody, and for days that can be', () => {
  expect(coverProblems(noCover(TODAY), TODAY)).toEqual(['volunteerId', 'until']);
  expect(coverProblems({ ...FILLED, from: '2026-11-21' }, TODAY)).toEqual(['from']);
  expect(coverProblems({ ...FILLED, until: '2026-11-21' }, TODAY)).toEqual(['until']);
  expect(coverProblems({ ...FILLED, until: TODAY }, TODAY)).toEqual([]);
});

it('shares nothing that was not chosen, and no note that is not there any more', () => {
  const of = { companionshipId: 'p', version: 3, notes: ['a', 'b'] };
  expect(coverInput(FILLED, of)).toEqual({
    ...{ companionshipId: 'p', version: 3, volunteerId: 'v', from: TODAY, until: '2026-12-20' },
    ...{ share: [], contactIds: [] },
  });
  const chosen = { ...FILLED, meeting: true, contactIds: ['a', 'gone'] };
  expect(coverInput(chosen, of)).toMatchObject({ share: ['MEETING'], contactIds: ['a'] });
});
