// Nobody comes near a child but by the eligibility function (rules.md): whoever judges a training, an agreement or a check by
// other means, or puts somebody beside a child without having asked, is found here and has to be named.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const SERVER = join(import.meta.dirname, '..', '..');
const SOURCES = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts') && !/^(testing|demo|commands)\b/.test(path))
  .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(SERVER, path), 'utf8') }))
  .filter(({ path }) => !path.startsWith('platform/database/migrations/'));

const where = (pattern: RegExp): string[] =>
  SOURCES.filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();
const textOf = (path: string): string => {
  const found = SOURCES.find((source) => source.path === path);
  if (!found) throw new Error(`${path} is not there any more: name what took its place`);
  return found.text;
};

it('is asked by one service, and by the list of whose check ends', () => {
  expect(SOURCES.length).toBeGreaterThan(300);
  expect(where(/import \{[^}]*\beligibility\b[^}]*\} from '@tongxing\/shared\/rules'/)).toEqual([
    'people/checks/checks-due.ts',
    'people/volunteers/volunteer-eligibility.ts',
  ]);
});

it('has no second judge of a record check', () => {
  expect(where(/result\s*(?:={1,3}|!==?)\s*'(?:CLEAR|HIT)'/)).toEqual([
    // Hits of a batch: whom it stops, and what cannot be undone.
    'imports/import-changes.ts',
    'imports/roster-papers.ts',
    // Whose new check is there already: a line less on a list.
    'people/checks/checks-due.ts',
    // What was written down, as the desk reads it.
    'people/checks/kept-checks.ts',
    // What is kept of somebody erased.
    'people/erasure/people-personal-data.ts',
    // Who knows of a hit and takes it back; what is shown of a check.
    'people/volunteers/facts/hit-rules.ts',
    'people/volunteers/facts/volunteer-history.ts',
    // The same function in SQL, for lists; a spec compares the two, and the function judges whoever is shown.
    'people/volunteers/standing-condition.ts',
  ]);
});

it('has no second judge of how long a training, an agreement or a check counts', () => {
  expect(where(/trainingValidDays|agreementValidDays|recordCheckValidDays|RECORD_CHECK_LIMIT_DAYS/)).toEqual([
    // Shows a volunteer until when a training counts, by the agency's number.
    'learning/api/own-training.resolver.ts',
    // And until when one would that was learned elsewhere.
    'learning/credit/credits.repository.ts',
    'learning/credit/training-credits.ts',
    'people/checks/checks-due.ts',
    'people/volunteers/standing-condition.ts',
  ]);
});

it('is asked by whoever puts somebody beside a child', () => {
  const beside = [
    // Who is proposed, and who is told that they would be.
    'matching/runs/match-snapshots.ts',
    // A proposal becomes a pair.
    'matching/runs/proposals.ts',
    // Two who were a pair begin anew.
    'matching/companionships/restarts.ts',
    // A pair becomes active: the one way there (writers-of-pairs.spec).
    'matching/companionships/companionship-gate.ts',
    // Who is let in at the door of an activity.
    'attendance/readiness-on-day.ts',
    // Who is proposed for a seat at an activity, and who is told of one.
    'staffing/month-loads.ts',
    'staffing/seat-gate.ts',
  ];
  for (const path of beside) {
    expect([path, /this\.eligibility\.on\(/.test(textOf(path))]).toEqual([path, true]);
  }
  // Whoever makes people candidates of the engine says of each whether they may.
  expect(where(/MatchVolunteer = \{|: MatchVolunteer \{/)).toEqual(['matching/runs/match-snapshots.ts']);
});
