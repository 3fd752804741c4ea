// The generated rows, counted alone: whatever the seed, each count is the one that figures.md names.
import { meanInTenths, shareInTenths } from '@tongxing/shared/rules';
import { cohorts } from './cohorts.js';
import { SERVED_ROLES } from './grown-volunteers.js';

const SEEDS = [20_131_231, 1, 4_711];

describe.each(SEEDS)('cohorts from the seed %i', (seed) => {
  const { households, asked, roles } = cohorts(seed);
  const of = (count: number, all: number) => (shareInTenths(count, all) ?? NaN) / 10;
  const withEvent = households.filter(({ events }) => events.length > 0);

  it('are the same each time', () => {
    expect(cohorts(seed)).toEqual({ households, asked, roles });
  });

  it('D1: 2,558 persons in 624 households, 4.1 each', () => {
    const persons = households.reduce((sum, { size }) => sum + size, 0);
    expect([persons, households.length]).toEqual([2_558, 624]);
    expect(meanInTenths(persons, households.length)).toBe(41);
    expect(households.every(({ size }) => size >= 2)).toBe(true);
  });

  it('D2: 213 of 624 with one parent, grandparents or a blended family', () => {
    const found = households.filter(({ familyForm }) => familyForm !== 'TWO_PARENT').length;
    expect([found, of(found, households.length)]).toEqual([213, 34.1]);
  });

  it('D3: 526 of 624 caregivers', () => {
    const found = households.filter(({ caregiver }) =>
      ['NO_SCHOOLING', 'LITERACY_CLASS'].includes(caregiver.education),
    ).length;
    expect([found, of(found, households.length)]).toEqual([526, 84.3]);
  });

  it('D4: 424 of 624 had an event', () => {
    expect([withEvent.length, of(withEvent.length, households.length)]).toEqual([424, 67.9]);
  });

  it('D5: shares of those 424, not of all 624, with more than one answer', () => {
    const count = (kind: string) => withEvent.filter(({ events }) => events.some((one) => one.kind === kind)).length;
    const counts = ['ILLNESS', 'DIVORCE', 'ACCIDENT', 'PARENT_DEATH_OR_DEPARTURE', 'OTHER'].map(count);
    expect(counts).toEqual([280, 104, 40, 24, 8]);
    expect(counts.map((one) => of(one, withEvent.length))).toEqual([66, 24.5, 9.4, 5.7, 1.9]);
    expect(counts.map((one) => of(one, households.length))).not.toContain(66);
    for (const { events } of households) expect(new Set(events.map(({ kind }) => kind)).size).toBe(events.length);
  });

  it('D6: 393 families, each of which named something', () => {
    const count = (need: string) => asked.filter((named) => named.some((one) => one === need)).length;
    const counts = ['STUDY', 'HOUSING', 'MEDICAL', 'WORK', 'NEIGHBOUR_SUPPORT'].map(count);
    expect([asked.length, ...counts]).toEqual([393, 275, 198, 262, 161, 213]);
    expect(counts.map((one) => of(one, asked.length))).toEqual([70, 50.4, 66.7, 41, 54.2]);
    expect(asked.filter((named) => named.length === 0)).toEqual([]);
  });

  it('D7: 541 role records by the end of 2013, of which 25 of people who had been served; 2014 comes on top', () => {
    const byEnd = new Set(
      roles.filter(({ startsOn }) => startsOn <= '2013-12-31').map(({ person, role }) => `${role} ${person}`),
    );
    const count = (role: string) => [...byEnd].filter((record) => record.startsWith(`${role} `)).length;
    expect(['CORE_CHILD', 'PARENT', 'CORPORATE', 'SPONSOR'].map(count)).toEqual([18, 7, 380, 136]);
    expect(byEnd.size).toBe(541);
    expect(SERVED_ROLES.reduce((sum, role) => sum + count(role), 0)).toBe(25);
    expect(roles.filter(({ startsOn }) => startsOn > '2013-12-31')).toHaveLength(61);
    // One person with two roles, and one role with two rows: counted by person and role.
    expect(new Set([...byEnd].map((record) => record.split(' ')[1])).size).toBe(541 - 11);
    expect(roles.filter(({ startsOn }) => startsOn <= '2013-12-31')).toHaveLength(541 + 9);
  });
});
