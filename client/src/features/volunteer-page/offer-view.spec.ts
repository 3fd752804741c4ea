import { choosable, fits, minuteOf, timeOf, toInput, toTyped, type Offer } from './offer-view.js';

const offer: Offer = {
  __typename: 'Volunteer',
  id: 'v',
  version: 3,
  languages: ['MANDARIN'],
  skills: [],
  freeTimes: [{ __typename: 'WeeklyTime', weekday: 6, startMinute: 540, endMinute: 1440 }],
  areaCode: null,
  places: 2,
  travelMetres: 2_500,
};

it('what was not touched goes back as it came, with the version it was read at', () => {
  expect(toInput(offer, toTyped(offer))).toEqual({
    ...{ volunteerId: 'v', version: 3, languages: ['MANDARIN'], skills: [], areaCode: null, places: 2 },
    freeTimes: [{ weekday: 6, startMinute: 540, endMinute: 1440 }],
    travelMetres: 2_500,
  });
});

it('an empty distance is the agency’s setting, and kilometres become metres', () => {
  const typed = toTyped({ ...offer, travelMetres: null });
  expect(typed.travel).toBe('');
  expect(toInput(offer, typed).travelMetres).toBeNull();
  expect(toInput(offer, { ...typed, travel: '3.2' }).travelMetres).toBe(3_200);
});

it('numbers that cannot stand there are told before they are sent', () => {
  expect([fits('places', 11), fits('places', 1.5), fits('travelMetres', 400), fits('places', Number('x'))]).toEqual(
    Array(4).fill(false),
  );
  expect([fits('places', 0), fits('travelMetres', 500)]).toEqual([true, true]);
});

it('minutes and clock times tell each other', () => {
  expect([timeOf(0), timeOf(545), timeOf(1440)]).toEqual(['00:00', '09:05', '23:59']);
  expect([minuteOf('00:00'), minuteOf('09:05')]).toEqual([0, 545]);
});

it('an area that was closed is offered only to whoever lives there', () => {
  const areas = [
    { code: 'A', closed: false },
    { code: 'B', closed: true },
  ];
  const codes = (now: string | null) => choosable(areas, now).map(({ code }) => code);
  expect([codes(null), codes('A'), codes('B')]).toEqual([['A'], ['A'], ['A', 'B']]);
});
