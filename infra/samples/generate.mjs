// Writes the sample rosters: node infra/samples/generate.mjs [--today YYYY-MM-DD] [--out FOLDER]
//
// The committed files stand on the reference day below. Papers of ready volunteers hold for at least 230 days after it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { CHILD_HEADERS, inventChildren } from './children.mjs';
import { csv } from './invention.mjs';
import { ACTIVITY_HEADERS, inventActivities, inventTeams, TEAM_HEADERS } from './plans.mjs';
import { inventVolunteers, VOLUNTEER_HEADERS } from './volunteers.mjs';

export const REFERENCE_DAY = '2026-11-22';
const HERE = import.meta.dirname;

export const AREAS = JSON.parse(readFileSync(join(HERE, 'areas.json'), 'utf8'));
export const STAFF = JSON.parse(readFileSync(join(HERE, 'staff.json'), 'utf8'));

/** Each file by name, as bytes, and what an import on that day must find in them. */
export function generate(today = REFERENCE_DAY) {
  const supervisors = STAFF.supervisors.map((supervisor) => supervisor.name);
  const volunteers = inventVolunteers(today, AREAS, supervisors);
  const children = inventChildren(today, AREAS);
  const activities = inventActivities(today);
  const teams = inventTeams();
  const volunteerText = csv(VOLUNTEER_HEADERS, volunteers.rows);
  const expected = {
    ...{ referenceDay: today, volunteers: volunteers.expected, children: children.expected },
    ...{ activities: activities.expected, teams: teams.expected },
  };
  return {
    expected,
    files: {
      'volunteers.csv': Buffer.from(`\ufeff${volunteerText}`),
      'volunteers-gbk.csv': iconv.encode(volunteerText, 'gbk'),
      'children.csv': Buffer.from(`\ufeff${csv(CHILD_HEADERS, children.rows)}`),
      'activities.csv': Buffer.from(`\ufeff${csv(ACTIVITY_HEADERS, activities.rows)}`),
      'teams.csv': Buffer.from(`\ufeff${csv(TEAM_HEADERS, teams.rows)}`),
      'expected.json': Buffer.from(`${JSON.stringify(expected, null, 2)}\n`),
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { today: { type: 'string', default: REFERENCE_DAY }, out: { type: 'string', default: HERE } },
  });
  for (const [name, bytes] of Object.entries(generate(values.today).files))
    writeFileSync(join(values.out, name), bytes);
}
