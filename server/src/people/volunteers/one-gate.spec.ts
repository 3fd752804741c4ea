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

/** Whether a source reaches the rows of a table, by its class or in SQL of its own. */
const reaches = (text: string, entity: string, table: string): boolean =>
  new RegExp(
    `repository(?:<\\w+>)?\\(${entity}\\)|(?:insert\\s+into|replace\\s+into|update)\\s+\`?${table}\\b`,
    'i',
  ).test(text);

it('knows whoever reaches the rows that put somebody beside a child: seats, arrivals and places of a roster', () => {
  const reached = (entity: string, table: string) =>
    SOURCES.filter(({ text }) => reaches(text, entity, table))
      .map(({ path }) => path)
      .sort();
  expect(reached('SeatAssignment', 'seat_assignment')).toEqual([
    'staffing/seats.repository.ts',
    // What is kept of somebody erased.
    'staffing/staffing-personal-data.ts',
  ]);
  expect(reached('CheckIn', 'check_in')).toEqual([
    'attendance/attendance-personal-data.ts',
    'attendance/attendance.repository.ts',
  ]);
  expect(reached('RosterPlace', 'roster_place')).toEqual([
    // Who is expected on the day, and how many came: both only read.
    'attendance/teams-expected.ts',
    'packs/packs.ts',
    'rosters/roster-places.repository.ts',
    'rosters/rosters-personal-data.ts',
  ]);
});

it('lets nobody add an arrival but who asked on the day itself', () => {
  expect(where(/\.putCheckIn\(/)).toEqual(['attendance/arrivals.ts']);
  expect(textOf('attendance/arrivals.ts')).toContain('ReadinessOnDay');
});

it('lets nobody add a seat but past the gate, or for whom it judged before proposing', () => {
  const adding = SOURCES.filter(
    ({ text }) => text.includes('SeatsRepository') && /this\.(seats|repository)\.add\(/.test(text),
  );
  expect(adding.map(({ path }) => path).sort()).toEqual(['staffing/seats.ts', 'staffing/staffing-runs.ts']);
  expect(textOf('staffing/seats.ts')).toContain('this.gate.ask(');
  expect(textOf('staffing/staffing-runs.ts')).toContain('MonthLoads');
});

it('finds a path around it that is planted', () => {
  const planted = [
    'await this.database.repository(SeatAssignment).insert(row);',
    'await this.database.repository<Row>(SeatAssignment).insert(row);',
    "await database.query('INSERT INTO seat_assignment (id) VALUES (?)', [id]);",
    'await database.query(`UPDATE seat_assignment SET state = ?`, [state]);',
  ];
  for (const text of planted) expect([text, reaches(text, 'SeatAssignment', 'seat_assignment')]).toEqual([text, true]);
  expect(reaches('SELECT id FROM seat_assignment', 'SeatAssignment', 'seat_assignment')).toBe(false);
});
