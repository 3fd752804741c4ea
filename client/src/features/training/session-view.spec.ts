import { countPeople, minuteOf } from './session-view.js';

it('counts whoever was there among the seats, and whoever left nowhere', () => {
  const people = (['ENROLLED', 'ATTENDED', 'WAITING', 'LEFT', 'ATTENDED'] as const).map((state) => ({ state }));
  expect(countPeople(people)).toEqual({ seated: 3, waiting: 1, there: 2 });
});

it('reads a time of the day', () => {
  expect(minuteOf('15:30')).toBe(930);
});
