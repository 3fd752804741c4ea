import { askedAt, deskOf, type Listed } from './desk-bookings.js';

const TODAY = '2026-11-20';
interface Named extends Listed {
  readonly name: string;
}
const booking = (name: string, state: Listed['state'], more: Partial<Listed> = {}): Named => ({
  ...{ name, state, inLine: null, steps: [], day: { onDate: '2026-12-01', startMinute: 540 } },
  ...more,
});
const names = (list: readonly Named[]) => list.map(({ name }) => name);

describe('the desk of bookings', () => {
  it('answers first who has waited longest since they asked, not who held first or changed last', () => {
    const asked = (name: string, held: string, at: string, again?: string) =>
      booking(name, 'REQUESTED', {
        steps: [
          { at: held, state: 'HELD' },
          { at, state: 'REQUESTED' },
          ...(again ? [{ at: again, state: 'REQUESTED' as const }] : []),
        ],
      });
    const late = asked('late', '2026-11-01T08:00:00.000Z', '2026-11-03T08:00:00.000Z');
    const early = asked('early', '2026-11-02T08:00:00.000Z', '2026-11-02T08:01:00.000Z', '2026-11-09T08:00:00.000Z');
    expect(names(deskOf([late, early], TODAY).toAnswer)).toEqual(['early', 'late']);
    expect(askedAt(early)).toBe('2026-11-02T08:01:00.000Z');
  });

  it('keeps a line of each day in its order, with those who were offered places before it', () => {
    const later = { day: { onDate: '2026-12-05', startMinute: 540 } };
    const list = [
      booking('other day', 'WAITLISTED', { ...later, inLine: 1 }),
      booking('second', 'WAITLISTED', { inLine: 2 }),
      booking('first', 'WAITLISTED', { inLine: 1 }),
      booking('offered', 'OFFERED'),
      booking('afternoon', 'HELD', { day: { onDate: '2026-12-01', startMinute: 840 } }),
    ];
    expect(names(deskOf(list, TODAY).waiting)).toEqual(['offered', 'first', 'second', 'afternoon', 'other day']);
  });

  it('tells a day to come from one that is over without a word about it', () => {
    const over = booking('over', 'CONFIRMED', { day: { onDate: '2026-11-19', startMinute: 540 } });
    const now = booking('today', 'ROSTER_LOCKED', { day: { onDate: TODAY, startMinute: 540 } });
    const desk = deskOf([booking('next', 'CONFIRMED'), over, now], TODAY);
    expect([names(desk.coming), names(desk.unrecorded)]).toEqual([['today', 'next'], ['over']]);
  });
});
