import { localDate } from '../kernel/index.js';
import { ROLES } from '../permissions/index.js';
import {
  CHOSEN_KINDS,
  KINDS_AT_ONCE,
  kindsFor,
  preferenceProblems,
  sendingOf,
  USUAL_PREFERENCES,
  type MessageKind,
  type MessagePreferences,
} from './message-preferences.js';

const ZONE = 'Asia/Shanghai';
/** 2026-03-02 is a Monday. */
const at = (local: string) => new Date(`${local}:00+08:00`);
const chosen = (change: Partial<MessagePreferences>): MessagePreferences => ({ ...USUAL_PREFERENCES, ...change });
const quiet = { quietFrom: 22, quietUntil: 7 };

function sent(change: Partial<MessagePreferences>, now: string, kind: MessageKind = 'RENEWALS', usefulUntil?: string) {
  const told = { kind, ...(usefulUntil ? { usefulUntil: localDate(usefulUntil) } : {}) };
  const sending = sendingOf(told, chosen(change), at(now), ZONE);
  return sending.how === 'IN_APP' ? 'IN_APP' : `${sending.how} ${sending.at.toISOString()}`;
}
const on = (how: string, local: string) => `${how} ${at(local).toISOString()}`;

describe('what cannot wait', () => {
  it.each(KINDS_AT_ONCE)('%s is told at once, by night too, whatever was chosen', (kind) => {
    const all = Object.fromEntries([...CHOSEN_KINDS, kind].map((one) => [one, 'IN_APP']));
    expect(sent({ ...quiet, frequencies: all }, '2026-03-02T23:30', kind)).toBe(on('AT_ONCE', '2026-03-02T23:30'));
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-03-02T21:59', '2026-03-02T21:59'],
    ['2026-03-02T22:00', '2026-03-03T07:00'],
    ['2026-03-03T00:00', '2026-03-03T07:00'],
    ['2026-03-03T06:59', '2026-03-03T07:00'],
    ['2026-03-03T07:00', '2026-03-03T07:00'],
  ])('over night: what happens at %s leaves at %s', (now, leaves) => {
    expect(sent(quiet, now)).toBe(on('AT_ONCE', leaves));
  });

  it('by day are quiet until their end of the same day', () => {
    expect(sent({ quietFrom: 9, quietUntil: 17 }, '2026-03-02T12:00')).toBe(on('AT_ONCE', '2026-03-02T17:00'));
    expect(sent({ quietFrom: 9, quietUntil: 17 }, '2026-03-02T08:59')).toBe(on('AT_ONCE', '2026-03-02T08:59'));
  });
});

describe('what is gathered', () => {
  it('waits for the next time of sending, never for the one that is now', () => {
    const daily = { frequencies: { RENEWALS: 'DAILY' as const }, digestHour: 18 };
    expect(sent(daily, '2026-03-02T17:59')).toBe(on('GATHERED', '2026-03-02T18:00'));
    expect(sent(daily, '2026-03-02T18:00')).toBe(on('GATHERED', '2026-03-03T18:00'));
  });

  it('over a week waits for its weekday', () => {
    const weekly = { frequencies: { RENEWALS: 'WEEKLY' as const }, digestWeekday: 5 };
    expect(sent(weekly, '2026-03-02T10:00')).toBe(on('GATHERED', '2026-03-06T08:00'));
    expect(sent(weekly, '2026-03-06T07:59')).toBe(on('GATHERED', '2026-03-06T08:00'));
    expect(sent(weekly, '2026-03-06T08:00')).toBe(on('GATHERED', '2026-03-13T08:00'));
  });

  it('does not hold back what would be of no use any more', () => {
    const weekly = { frequencies: { RENEWALS: 'WEEKLY' as const }, digestWeekday: 5, ...quiet };
    expect(sent(weekly, '2026-03-02T10:00', 'RENEWALS', '2026-03-06')).toBe(on('GATHERED', '2026-03-06T08:00'));
    expect(sent(weekly, '2026-03-02T10:00', 'RENEWALS', '2026-03-05')).toBe(on('AT_ONCE', '2026-03-02T10:00'));
    expect(sent(weekly, '2026-03-02T23:00', 'RENEWALS', '2026-03-05')).toBe(on('AT_ONCE', '2026-03-03T07:00'));
  });

  it('or stays in the platform', () => {
    expect(sent({ frequencies: { GIVING: 'IN_APP' } }, '2026-03-02T10:00', 'GIVING')).toBe('IN_APP');
  });
});

describe('a choice', () => {
  it('is refused with hours that are none, one end without the other, or a frequency that is not offered', () => {
    expect(preferenceProblems(USUAL_PREFERENCES)).toEqual([]);
    expect(preferenceProblems(chosen(quiet))).toEqual([]);
    const codes = (change: Partial<MessagePreferences>) =>
      preferenceProblems(chosen(change)).map(({ field, code }) => `${field} ${code}`);
    expect(codes({ quietFrom: 22 })).toEqual(['quietUntil REQUIRED']);
    expect(codes({ quietUntil: 7 })).toEqual(['quietFrom REQUIRED']);
    expect(codes({ quietFrom: 7, quietUntil: 7 })).toEqual(['quietUntil SAME']);
    expect(codes({ ...quiet, digestHour: 6 })).toEqual(['digestHour QUIET']);
    expect(codes({ quietFrom: 24, quietUntil: 7.5 })).toEqual(['quietFrom OUT_OF_RANGE', 'quietUntil OUT_OF_RANGE']);
    expect(codes({ digestHour: -1, digestWeekday: 8 })).toEqual([
      'digestHour OUT_OF_RANGE',
      'digestWeekday OUT_OF_RANGE',
    ]);
    expect(codes({ frequencies: { SUPERVISION: 'WEEKLY' } })).toEqual(['frequencies NOT_OFFERED']);
  });

  it('is asked of nobody for what they never hear of', () => {
    expect(kindsFor(['VOLUNTEER'])).toEqual(['SERVICE', 'SUPERVISION', 'RENEWALS']);
    expect(kindsFor(['DONOR'])).toEqual(['GIVING']);
    expect(kindsFor(['SUPERVISOR', 'DONOR'])).toEqual(CHOSEN_KINDS);
    for (const role of ROLES) if (role !== 'GUARDIAN') expect(kindsFor([role])).not.toEqual([]);
  });
});
