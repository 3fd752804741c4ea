import { addDays, err, weekdayOf, ok, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { ACTIVITY_KINDS, ACTIVITY_LIMITS, type ActivityKind } from '@tongxing/shared/rules';
import type { CellProblem } from './cell-problem.js';
import { cleanText, saysNothing } from './cell-text.js';
import { oneOf } from './household-cells.js';
import type { CellReader, OpenRow } from './open-row.js';
import { plainText, readName, type RosterContext } from './person-cells.js';
import { inOrder, readClock, readSpan, type Span } from './read-clock.js';
import { readDate } from './read-date.js';
import type { ActivityField } from './roster-fields.js';

export interface RowTask {
  readonly task: string;
  readonly seats: number;
}
/** One activity of a list, normalised: a plan that nobody has passed yet (SM8). */
export interface ActivityValues extends Span {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly onDate: LocalDate;
  /** Name, as the agency has it. */
  readonly venue: string;
  /** Names of colleagues, each once. */
  readonly inCharge: readonly string[];
  readonly childrenGroup: string;
  readonly children: number;
  readonly childrenPerAdult: number;
  readonly roles: readonly RowTask[];
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly childrenPart: string;
}

/** As the form of a plan begins. */
const USUAL_PER_ADULT = 5;
const {
  longest,
  children: MOST_CHILDREN,
  perAdult: MOST_PER_ADULT,
  tasks: MOST_TASKS,
  seats: MOST_SEATS,
} = ACTIVITY_LIMITS;

/** The values of a row; undefined where something required is missing or wrong. Problems stay in the row. */
export function readActivity(row: OpenRow<ActivityField>, context: RosterContext): ActivityValues | undefined {
  const theme = row.read('theme', plainText(longest.theme), 'THEME_MISSING');
  const kind = row.read('kind', oneOf<ActivityKind>(ACTIVITY_KINDS, 'ACTIVITY_KIND_UNKNOWN'), 'ACTIVITY_KIND_MISSING');
  const onDate = row.read('onDate', dayToCome(context), 'DATE_MISSING');
  const span = hours(row);
  const venue = row.read('venue', (raw) => knownName(raw, context.venues, 'VENUE_UNKNOWN'), 'VENUE_MISSING');
  const others = {
    themeEn: row.read('themeEn', plainText(longest.themeEn)) ?? '',
    inCharge: row.read('inCharge', (raw) => readWorkers(raw, context)) ?? [],
    childrenGroup: row.read('childrenGroup', plainText(longest.childrenGroup)) ?? '',
    children: row.read('children', readCount(0, MOST_CHILDREN, 'CHILDREN_RANGE')) ?? 0,
    childrenPerAdult: row.read('childrenPerAdult', readRatio) ?? USUAL_PER_ADULT,
    roles: row.read('tasks', readTasks) ?? [],
    taskGoal: row.read('taskGoal', plainText(longest.taskGoal)) ?? '',
    processGoal: row.read('processGoal', plainText(longest.processGoal)) ?? '',
    childrenPart: row.read('childrenPart', plainText(longest.childrenPart)) ?? '',
  };
  if (row.isBad || theme === undefined || kind === undefined || onDate === undefined) return undefined;
  if (span === undefined || venue === undefined) return undefined;
  return { theme, kind, onDate, ...span, venue, ...others };
}

/** The name of the list that is meant, whatever its case and spaces; without a list the name itself. */
export function knownName(
  raw: string,
  names: readonly string[] | undefined,
  unknown: CellProblem,
): Result<string, CellProblem> {
  const fold = (name: string) => cleanText(name).replaceAll(' ', '').toLowerCase();
  const found = names ? names.find((name) => fold(name) === fold(raw)) : cleanText(raw);
  return found === undefined ? err(unknown) : ok(found);
}

const WEEKDAY = / ?[(,]? ?(?:周|星期|礼拜)([一二三四五六日天])\)?$/;

/** A day from today on, within two years; a day of the week behind it must be the right one. */
const dayToCome =
  ({ today }: RosterContext): CellReader<LocalDate> =>
  (raw) => {
    const text = cleanText(raw);
    const weekday = WEEKDAY.exec(text)?.[1];
    const day = readDate(text.replace(WEEKDAY, ''));
    if (!day.ok) return day;
    if (weekday !== undefined && weekdayOf(day.value) !== '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1) {
      return err('WEEKDAY_DIFFERS');
    }
    if (day.value < today) return err('DATE_PAST');
    return day.value > addDays(today, ACTIVITY_LIMITS.furthestDays) ? err('DATE_FAR') : day;
  };

/** From two columns, or from one; where a row has all three they say the same. */
function hours(row: OpenRow<ActivityField>): Span | undefined {
  const inOne = row.read('hours', readSpan);
  const missing = row.text('hours') === undefined ? ('CLOCK_MISSING' as const) : undefined;
  const start = row.read('startsAt', readClock, missing);
  const end = row.read('endsAt', readClock, missing);
  if (start === undefined || end === undefined) return inOne;
  const inTwo = inOrder(start, end);
  if (!inTwo.ok) {
    row.mark('endsAt', inTwo.error);
    return undefined;
  }
  const { startMinute, endMinute } = inTwo.value;
  if (inOne && (inOne.startMinute !== startMinute || inOne.endMinute !== endMinute)) row.mark('hours', 'HOURS_DIFFER');
  return inTwo.value;
}

const BETWEEN_NAMES = /[、,;/|&\r\n和与及]+/;

function readWorkers(raw: string, { team }: RosterContext): Result<readonly string[], CellProblem> {
  if (saysNothing(cleanText(raw))) return ok([]);
  const found = new Set<string>();
  for (const part of raw.normalize('NFKC').split(BETWEEN_NAMES)) {
    if (cleanText(part) === '') continue;
    const name = readName(part);
    if (!name.ok) return name;
    const bearers = team?.filter((one) => one === name.value).length ?? 1;
    if (bearers !== 1) return err(bearers === 0 ? 'WORKER_UNKNOWN' : 'WORKER_AMBIGUOUS');
    found.add(name.value);
  }
  return ok([...found]);
}

/** "20", "20人", "20 children". */
const readCount =
  (least: number, most: number, wrong: CellProblem): CellReader<number> =>
  (raw) => {
    const digits = /^(\d{1,4})(?:\.0+)? ?(?:人|名|位|个|个?孩子|名?儿童|children|kids|people)?$/i.exec(
      cleanText(raw),
    )?.[1];
    const value = Number(digits ?? NaN);
    return value >= least && value <= most ? ok(value) : err(wrong);
  };

/** "5", or "1:5": one adult for five. */
const readRatio: CellReader<number> = (raw) =>
  readCount(1, MOST_PER_ADULT, 'RATIO_RANGE')(cleanText(raw).replace(/^1 ?[:/] ?/, ''));

/** "带小组 4；拍照 1", "带小组4人、拍照": one seat where no number stands. */
function readTasks(raw: string): Result<readonly RowTask[], CellProblem> {
  if (saysNothing(cleanText(raw))) return ok([]);
  const parts = raw
    .normalize('NFKC')
    .split(/[、,;|\r\n]+/)
    .map(cleanText)
    .filter((part) => part !== '');
  const tasks: RowTask[] = [];
  for (const part of parts) {
    const [, task = '', seats = '1'] = /^(.+?)(?: ?[:xX×*]? ?(\d{1,3}) ?[人名位]?)?$/.exec(part) ?? [];
    const holds =
      task.length <= longest.task && !/^[\d=]/.test(task) && Number(seats) >= 1 && Number(seats) <= MOST_SEATS;
    if (!holds) return err('TASKS_UNREADABLE');
    tasks.push({ task, seats: Number(seats) });
  }
  return tasks.length > MOST_TASKS ? err('TASKS_UNREADABLE') : ok(tasks);
}
