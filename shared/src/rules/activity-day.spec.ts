import { localDate } from '../kernel/index.js';
import { arrivalOf, beginNeeds, lookBackNeeds, minutesServed, recordNeeds, type ArrivalFacts } from './activity-day.js';

const READY: ArrivalFacts = {
  ...{ ready: true, stopped: false, expected: 'WITH_CHILDREN', by: 'SELF', otherTasks: false, room: 5 },
};
const ON = localDate('2026-12-19');

describe('an arrival', () => {
  it('of somebody not ready is refused, employees of one day like everybody else (P14)', () => {
    expect(arrivalOf({ ...READY, ready: false })).toEqual({ arrival: 'REFUSED', why: 'NOT_READY' });
    expect(arrivalOf({ ...READY, ready: false, by: 'WORKER' })).toEqual({ arrival: 'REFUSED', why: 'NOT_READY' });
  });
  it('of somebody whose work is stopped is refused, whatever tasks there are', () => {
    for (const otherTasks of [false, true]) {
      const stopped = { ...READY, ready: false, stopped: true, by: 'WORKER', otherTasks } as const;
      expect(arrivalOf(stopped)).toEqual({ arrival: 'REFUSED', why: 'NOT_READY' });
      expect(arrivalOf({ ...stopped, expected: 'WITHOUT_CHILDREN' })).toMatchObject({ arrival: 'REFUSED' });
    }
  });
  it('of somebody whom nobody expects needs a worker', () => {
    const stranger = { ...READY, expected: undefined };
    expect(arrivalOf(stranger)).toEqual({ arrival: 'REFUSED', why: 'NOT_EXPECTED' });
    expect(arrivalOf({ ...stranger, by: 'WORKER' })).toEqual({ arrival: 'WITH_CHILDREN' });
  });
  it('beyond what the venue holds is refused', () => {
    expect(arrivalOf({ ...READY, room: 0 })).toEqual({ arrival: 'REFUSED', why: 'FULL' });
  });
  it('of somebody not ready leads to other tasks where a worker gives them, or where they come for those', () => {
    expect(arrivalOf({ ...READY, ready: false, by: 'WORKER', otherTasks: true })).toEqual({ arrival: 'OTHER_TASKS' });
    expect(arrivalOf({ ...READY, ready: false, expected: 'WITHOUT_CHILDREN' })).toEqual({ arrival: 'OTHER_TASKS' });
  });
  it('is nobody’s own choice: a phone gives itself no other tasks', () => {
    expect(arrivalOf({ ...READY, ready: false, otherTasks: true })).toEqual({ arrival: 'REFUSED', why: 'NOT_READY' });
  });
});

describe('a step of the day', () => {
  it('begins nothing without risk plans, a colleague in charge, or on another day (P42)', () => {
    const bare = { onDate: ON, today: localDate('2026-12-18'), riskChildren: ' ', riskStaff: '', inCharge: 0 };
    expect(beginNeeds(bare)).toEqual(['ON_THE_DAY', 'RISK_CHILDREN', 'RISK_STAFF', 'IN_CHARGE']);
    expect(beginNeeds({ onDate: ON, today: ON, riskChildren: 'a', riskStaff: 'b', inCharge: 1 })).toEqual([]);
  });
  it('records nothing without a named colleague, while somebody is inside or a child waits (P07)', () => {
    expect(recordNeeds({ inCharge: false, stillInside: 2, notFetched: 1 })).toEqual(['IN_CHARGE', 'LEFT', 'PICKED_UP']);
    expect(recordNeeds({ inCharge: true, stillInside: 0, notFetched: 0 })).toEqual([]);
  });
  it('closes nothing without evaluation and reflection (P21)', () => {
    expect(lookBackNeeds({ evaluation: '', reflection: ' ', notAsked: 0 })).toEqual(['EVALUATION', 'REFLECTION']);
    expect(lookBackNeeds({ evaluation: '达到', reflection: '', notAsked: 0 })).toEqual(['REFLECTION']);
    expect(lookBackNeeds({ evaluation: '达到', reflection: '早点', notAsked: 1 })).toEqual(['CHILDREN_ASKED']);
  });
  it('counts minutes from in to out, never below none', () => {
    expect([minutesServed(540, 660), minutesServed(700, 660)]).toEqual([120, 0]);
  });
});
