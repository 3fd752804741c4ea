import { canMove, moveFaults, moveInput, timeOfNow } from './move-form.js';

const today = '2026-11-24';
const activity = {
  ...{ id: 'a', version: 3, state: 'OPEN', theme: '读书', onDate: '2026-12-12', startMinute: 540, endMinute: 660 },
  venue: { id: 'v' },
};
const typed = { onDate: '2026-12-12', from: '09:00', to: '11:00', venueId: 'v', reason: '' };

it('offers another time to what is open and not over', () => {
  expect(canMove(activity, today)).toBe(true);
  expect(canMove({ ...activity, state: 'DRAFT' }, today)).toBe(false);
  expect(canMove({ ...activity, onDate: '2026-11-23' }, today)).toBe(false);
});

it('asks nothing before the time is one, and another one', () => {
  expect(moveFaults({ ...typed, onDate: '2026-11-23', from: '', to: '08:00' }, today)).toEqual(['onDate', 'from']);
  expect(moveFaults({ ...typed, to: '09:00' }, today)).toEqual(['to']);
  expect(moveInput(activity, typed, today)).toBeUndefined();
  expect(moveInput(activity, { ...typed, venueId: 'w' }, today)).toEqual({ ...timeOfNow(activity), venueId: 'w' });
  expect(moveInput(activity, { ...typed, onDate: '2026-12-13', to: '11:30' }, today)).toMatchObject({
    ...{ onDate: '2026-12-13', endMinute: 690 },
  });
});
