import { ageBorders, freePlaces } from './finding-view.js';

it('an age has a border only where one is set', () => {
  expect([ageBorders('6', '15'), ageBorders('6', ''), ageBorders('', '15'), ageBorders('', '')]).toEqual([
    'BETWEEN',
    'FROM',
    'UNTIL',
    'ANY',
  ]);
});

it('a programme that was made smaller than it is full has no place, not less than none', () => {
  expect(freePlaces({ places: 3, held: 5 })).toBe(0);
  expect(freePlaces({ places: 3, held: 1 })).toBe(2);
  expect(freePlaces({ places: null, held: 9 })).toBeUndefined();
});
