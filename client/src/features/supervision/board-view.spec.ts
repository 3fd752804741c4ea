import { localDate } from '@tongxing/shared/kernel';
import { fullness, heatRow, inOrderOfNeed, overdueOf, weekEnds, type BoardVolunteer } from './board-view.js';

const volunteer = (part: Partial<BoardVolunteer>): BoardVolunteer => ({
  ...{ volunteerId: 'v', name: '许诺', held: 1, supervisorId: 's', since: '2026-01-01' },
  ...{ individualOn: null, groupOn: null, individualDueOn: '2026-12-01', groupDueOn: '2026-12-20' },
  ...{ overdue: [], seenOn: [] },
  ...part,
});
const TODAY = localDate('2026-11-22');
const ends = weekEnds(TODAY, 6);
const heats = (one: BoardVolunteer) =>
  heatRow(one, ends, 30).cells.map(({ heat, weeks }) => `${heat} ${String(weeks)}`);

describe('the board of supervision', () => {
  it('says who is full, and who nearly is', () => {
    expect(fullness({ places: 24, held: 24 })).toBe('FULL');
    expect(fullness({ places: 24, held: 22 })).toBe('NEARLY');
    expect(fullness({ places: 24, held: 21 })).toBe('ROOM');
    expect(fullness({ places: 0, held: 0 })).toBe('FULL');
  });

  it('puts whoever has waited longest first, and lists whose talk is overdue', () => {
    const late = volunteer({ volunteerId: 'late', groupDueOn: '2026-10-01', overdue: ['GROUP'] });
    const soon = volunteer({ volunteerId: 'soon', individualDueOn: '2026-11-25' });
    expect(inOrderOfNeed([soon, late]).map(({ volunteerId }) => volunteerId)).toEqual(['late', 'soon']);
    expect(overdueOf([soon, late])).toEqual([late]);
  });

  it('ends its weeks today', () => {
    expect(ends).toEqual(['2026-10-18', '2026-10-25', '2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']);
  });

  it('counts the weeks since the last talk, and says from when on it is late', () => {
    expect(heats(volunteer({ seenOn: ['2026-10-20'] }))).toEqual([
      'LATE 41',
      'SEEN 0',
      'NEAR 1',
      'NEAR 2',
      'NEAR 3',
      'LATE 4',
    ]);
    expect(heats(volunteer({ groupOn: '2026-11-16' })).at(-1)).toBe('SEEN 0');
  });

  it('owes nothing before somebody came to their supervisor', () => {
    expect(heats(volunteer({ since: '2026-11-09' }))).toEqual([
      'NOT_YET 0',
      'NOT_YET 0',
      'NOT_YET 0',
      'NOT_YET 0',
      'NEAR 0',
      'NEAR 1',
    ]);
    // Seen by the supervisor before: the weeks are counted from there, and the new one is not late.
    expect(heats(volunteer({ since: '2026-11-20', seenOn: ['2026-10-05'] })).slice(-2)).toEqual(['NEAR 5', 'NEAR 6']);
  });
});
