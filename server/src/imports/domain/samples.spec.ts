// The samples, read from their real bytes: exact counts of what is good, bad and twice, and of who is ready.
import { setImmediate } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addDays, daysBetween, localDate, type LocalDate } from '@tongxing/shared/kernel';
import { DEFAULT_WEIGHTS, runMatch } from '@tongxing/shared/matching';
import { DEFAULT_ELIGIBILITY_SETTINGS, eligibility, settingValues, standingOf } from '@tongxing/shared/rules';
import { readRoster, type Roster, type RosterArea, type RosterKind, type VolunteerValues } from './index.js';
import { readWorkbook } from './read-workbook.js';

const SAMPLES = resolve(import.meta.dirname, '../../../../infra/samples');
const bytes = (name: string) => readFileSync(resolve(SAMPLES, name));
interface Expected {
  readonly rows: number;
  readonly valid: number;
  readonly bad: number;
  readonly duplicate: number;
  readonly problems: Readonly<Record<string, number>>;
}
const json = <T>(name: string) => JSON.parse(bytes(name).toString()) as T;
const expected = json<{
  referenceDay: string;
  volunteers: Expected & { standings: Readonly<Record<string, number>> };
  children: Expected;
}>('expected.json');
const TODAY = localDate(expected.referenceDay);
const context = {
  today: TODAY,
  areas: json<RosterArea[]>('areas.json'),
  supervisors: json<{ supervisors: { name: string }[] }>('staff.json').supervisors.map(({ name }) => name),
};

async function read<K extends RosterKind>(kind: K, name: string): Promise<Roster<K>> {
  const roster = await readRoster(kind, bytes(name), context, { letOthersRun: setImmediate, readWorkbook });
  if (!roster.ok) throw new Error(JSON.stringify(roster.error));
  return roster.value;
}
function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
const problemsOf = (roster: Roster) =>
  tally(roster.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.problem ? [cell.problem] : []))));
const countsOf = ({ rows, valid, bad, duplicate }: Expected) => ({ rows, valid, bad, duplicate });

function standingOn(values: VolunteerValues, day: LocalDate, confirmed: boolean) {
  const { trainedOn, agreement, recordCheck } = values;
  return standingOf(
    eligibility(
      {
        birthDate: values.birthDate,
        trainings: trainedOn ? [{ kind: 'PRE_SERVICE', on: trainedOn, confirmed }] : [],
        agreements: agreement ? [{ on: agreement.signedOn, until: agreement.until, confirmed }] : [],
        recordChecks: recordCheck ? [{ on: recordCheck.checkedOn, result: recordCheck.result, confirmed }] : [],
        exemptions: [],
      },
      day,
      DEFAULT_ELIGIBILITY_SETTINGS,
    ),
  );
}

describe('the sample of volunteers', () => {
  it('leaves out exactly the rows that were spoilt, each with all its reasons', async () => {
    const roster = await read('VOLUNTEERS', 'volunteers.csv');
    expect(roster.encoding).toBe('UTF-8');
    expect(roster.counts).toEqual(countsOf(expected.volunteers));
    expect(problemsOf(roster)).toEqual(expected.volunteers.problems);
  });

  it('says the same in GBK', async () => {
    const [utf8, gbk] = [await read('VOLUNTEERS', 'volunteers.csv'), await read('VOLUNTEERS', 'volunteers-gbk.csv')];
    expect(gbk.encoding).toBe('GBK');
    expect(gbk.rows).toEqual(utf8.rows);
  });

  it('has as many ready people as its recipe says, and none before the batch is confirmed', async () => {
    const { rows } = await read('VOLUNTEERS', 'volunteers.csv');
    const people = rows.flatMap((row) => (row.status === 'VALID' ? [row.values] : []));
    expect(tally(people.map((p) => standingOn(p, TODAY, true)))).toEqual(expected.volunteers.standings);
    expect(people.filter((p) => ['READY', 'RENEWAL_DUE'].includes(standingOn(p, TODAY, false)))).toEqual([]);
  });

  it('stays mostly ready until the middle of the next year', async () => {
    const { rows } = await read('VOLUNTEERS', 'volunteers.csv');
    const later = addDays(TODAY, 229);
    const ready = rows.filter(
      (row) => row.status === 'VALID' && ['READY', 'RENEWAL_DUE'].includes(standingOn(row.values, later, true)),
    );
    expect(ready.length).toBeGreaterThanOrEqual(expected.volunteers.standings['READY'] ?? Infinity);
  });
});

describe('the sample of children', () => {
  it('leaves out exactly the rows that were spoilt', async () => {
    const roster = await read('CHILDREN', 'children.csv');
    expect(roster.counts).toEqual(countsOf(expected.children));
    expect(problemsOf(roster)).toEqual(expected.children.problems);
  });
});

describe('both samples together', () => {
  it('let the match propose a companion for most children, and not for all', async () => {
    const volunteers = (await read('VOLUNTEERS', 'volunteers.csv')).rows.flatMap((row) =>
      row.status === 'VALID' ? [row.values] : [],
    );
    const children = (await read('CHILDREN', 'children.csv')).rows.flatMap((row) =>
      row.status === 'VALID' ? [{ id: String(row.line), ...row.values }] : [],
    );
    const settings = settingValues(new Map());
    const places = new Map(json<{ code: string; x: number; y: number }[]>('areas.json').map((a) => [a.code, a]));
    const result = runMatch(
      {
        serviceDate: TODAY,
        volunteers: volunteers.map((v) => ({
          ...v,
          id: v.phone,
          place: places.get(v.area ?? ''),
          travelBudget: settings.travelBudgetMetres,
          supervisorId: v.supervisorName,
          eligible: ['READY', 'RENEWAL_DUE'].includes(standingOn(v, TODAY, true)),
        })),
        children: children.map((c) => ({
          ...c,
          place: places.get(c.area ?? ''),
          waitingDays: c.waitingSince ? daysBetween(c.waitingSince, TODAY) : 0,
        })),
        supervisors: context.supervisors.map((id) => ({ id, places: settings.supervisorPlaces })),
        locks: [],
        vetoes: [],
      },
      { minimumCommonMinutes: settings.minimumCommonMinutes, allowOtherGender: settings.allowOtherGender },
      DEFAULT_WEIGHTS,
    );
    expect(result.verified).toBe(true);
    expect(result.pairs.length).toBeGreaterThanOrEqual(60);
    expect(result.pairs.length).toBeLessThanOrEqual(80);
  });
});
