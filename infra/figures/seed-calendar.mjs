// @ts-check
// Only seeds the year that CALENDAR measures: 600 activities, 60 companies and their bookings, into an empty database.
//   node infra/figures/seed-calendar.mjs sqlite:/tmp/year/year.sqlite /tmp/year
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startCalendarAgency } from './lib/calendar-agency.mjs';
import { ACTIVITIES, addCalendarYear } from './lib/calendar-year.mjs';

const [databaseUrl, dataDir] = process.argv.slice(2);
if (!databaseUrl || !dataDir) {
  console.error('Which empty database, and which folder for its data? seed-calendar.mjs DATABASE_URL DATA_DIR');
  process.exitCode = 2;
} else {
  mkdirSync(dataDir, { recursive: true });
  const root = join(import.meta.dirname, '..', '..');
  const log = (/** @type {string} */ text) => console.error(text);
  const { app, year, people, password } = await startCalendarAgency({ root, databaseUrl, dataDir, log });
  try {
    await addCalendarYear({ ...year, from: 0, to: ACTIVITIES });
    console.log(`Sign in as ${people.worker} or ${people.company} with ${password}`);
  } finally {
    await app.close();
  }
}
