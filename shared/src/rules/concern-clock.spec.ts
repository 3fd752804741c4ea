import { reportDueAt } from './concern-clock.js';

it('counts the hours to the report from the very moment, across days', () => {
  expect(reportDueAt('2026-11-22T15:30:00.000Z', 24)).toBe('2026-11-23T15:30:00.000Z');
  expect(reportDueAt('2026-12-31T23:59:59.500Z', 1)).toBe('2027-01-01T00:59:59.500Z');
});
