import type { LocalDate } from '../kernel/index.js';
import { instantAt, onCallAt, type DutyFacts } from './concern-duty.js';

const day = (text: string) => text as LocalDate;

describe('who is on call', () => {
  const slot = (personId: string, startsAt: string, endsAt: string, line: DutyFacts['line'] = 'FIRST'): DutyFacts => ({
    ...{ personId, startsAt, endsAt, line },
  });
  const early = slot('a', '2026-11-22T00:00:00.000Z', '2026-11-22T12:00:00.000Z');
  const late = slot('b', '2026-11-22T12:00:00.000Z', '2026-11-23T00:00:00.000Z');

  it('changes at the very instant: never two by one shift’s end, never nobody', () => {
    expect(onCallAt([early, late], 'FIRST', '2026-11-22T11:59:59.999Z')).toEqual(['a']);
    expect(onCallAt([early, late], 'FIRST', '2026-11-22T12:00:00.000Z')).toEqual(['b']);
    expect(onCallAt([early, late], 'FIRST', '2026-11-21T23:59:59.999Z')).toEqual([]);
    expect(onCallAt([early, late], 'FIRST', '2026-11-23T00:00:00.000Z')).toEqual([]);
  });

  it('names each once, and keeps the lines apart', () => {
    const second = slot('c', early.startsAt, early.endsAt, 'SECOND');
    expect(onCallAt([early, early, second], 'FIRST', early.startsAt)).toEqual(['a']);
    expect(onCallAt([early, second], 'SECOND', early.startsAt)).toEqual(['c']);
  });
});

describe('a minute of the agency’s day', () => {
  it('is eight hours ahead in Shanghai, across midnight too', () => {
    expect(instantAt(day('2026-11-22'), 0, 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z');
    expect(instantAt(day('2026-11-22'), 24 * 60, 'Asia/Shanghai')).toBe('2026-11-22T16:00:00.000Z');
  });

  it('follows a change of clocks', () => {
    expect(instantAt(day('2026-03-29'), 60, 'Europe/Berlin')).toBe('2026-03-29T00:00:00.000Z');
    expect(instantAt(day('2026-03-29'), 180, 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  });
});
