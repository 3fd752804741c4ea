import { handOnInput, handOnProblems, NOTHING_CHOSEN } from './hand-on-form.js';

const TODAY = '2026-11-22';
const FILLED = { ...NOTHING_CHOSEN, volunteerId: 'v', closingTalkOn: TODAY, reason: ' 去外地读书 ' };
const OF = { companionshipId: 'p', version: 3, notes: ['a', 'b'] };

it('asks for somebody, a reason, and a closing talk that has been', () => {
  expect(handOnProblems(NOTHING_CHOSEN, TODAY)).toEqual(['volunteerId', 'closingTalkOn', 'reason']);
  expect(handOnProblems({ ...FILLED, closingTalkOn: '2026-11-23' }, TODAY)).toEqual(['closingTalkOn']);
  expect(handOnProblems(FILLED, TODAY)).toEqual([]);
});

it('shares nothing that was not chosen, and no note that is not there any more', () => {
  expect(handOnInput(FILLED, OF)).toMatchObject({ reason: '去外地读书', share: [], contactIds: [] });
  const chosen = { ...FILLED, goals: true, steps: true, contactIds: ['b', 'gone'] };
  expect(handOnInput(chosen, OF)).toMatchObject({ share: ['GOALS', 'STEPS'], contactIds: ['b'] });
});
