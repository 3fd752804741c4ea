import { monthsFrom, peopleOf, periodOf, suits, tasksOf } from './days-view.js';

const day = (beside: number, other: number, otherTasks: string | null = '整理图书') => ({
  kind: 'OUTING',
  otherTasks,
  places: [
    { tasks: 'WITH_CHILDREN', free: beside, binding: 'RATIO' },
    { tasks: 'WITHOUT_CHILDREN', free: other, binding: 'WORKERS' },
  ] as const,
});
const ANY = { kind: '', tasks: '', people: '' };

describe('days for a team', () => {
  it('are those of three months, or of the month in the address', () => {
    expect(periodOf('', '2026-11-22')).toEqual({ from: '2026-11-22', to: '2027-02-22' });
    expect(periodOf('2027-02', '2026-11-22')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
    expect(periodOf('2027-13', '2026-11-22')).toEqual({ from: '2026-11-22', to: '2027-02-22' });
    expect(monthsFrom('2026-11-22').slice(0, 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  });

  it('hold for so many people, in the tasks asked for', () => {
    expect(suits(day(6, 15), { ...ANY, people: '15' })).toBe(true);
    expect(suits(day(6, 15), { ...ANY, people: '16' })).toBe(false);
    expect(suits(day(6, 15), { ...ANY, people: '15', tasks: 'WITH_CHILDREN' })).toBe(false);
    expect(suits(day(0, 15), { ...ANY, tasks: 'WITH_CHILDREN' })).toBe(false);
    expect(suits(day(0, 0), ANY)).toBe(true);
    expect(suits(day(6, 15), { ...ANY, kind: 'CAMP' })).toBe(false);
  });

  it('offer no tasks that nobody wrote down', () => {
    expect(tasksOf(day(0, 0, null)).map(({ tasks }) => tasks)).toEqual(['WITH_CHILDREN']);
    expect(suits(day(0, 9, null), { ...ANY, tasks: 'WITHOUT_CHILDREN' })).toBe(false);
  });

  it('count people from 1 to 500', () => {
    expect(['1', ' 30', '500', '501', '0', '3.5', '-2', ''].map(peopleOf)).toEqual([
      ...[1, 30, 500, undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});
