// All plans of one volunteer that are nearly as good as the best at given prices.
import { at, item } from '../ints.js';
import { evennessCost, SCALE, type SeatsModel } from './model.js';
import { MUST, type Month } from './month.js';

interface Item {
  readonly option: number;
  readonly activity: number;
  readonly net: number;
  /** The most that it can add. */
  readonly gain: number;
  readonly must: boolean;
}

/**
 * A plan of everybody that beats a known one falls short of the bound by less than the known one does, and so does
 * each person's part of it: where nothing is cut off, the best plan is put together from these. Looks at so many at
 * most, those first that pay best, and returns the nearest.
 */
export function nearPlans(model: SeatsModel, month: Month, volunteer: number, allowance: number): number[][] {
  const { optionStart, optionSeat, activityOfSeat, minutes, follows, minutesLeft, months, problem } = model;
  const best = month.best(volunteer);
  const soFar = item(problem.volunteers, volunteer).minutesSoFar;
  const cost = (given: number) => SCALE * evennessCost(problem.rules.evenness, soFar, given);
  const items: Item[] = [];
  for (let option = at(optionStart, volunteer); option < at(optionStart, volunteer + 1); option++) {
    const activity = at(activityOfSeat, at(optionSeat, option));
    const net = month.net(volunteer, option);
    const gain = net - cost(at(minutes, activity));
    const must = month.say[option] === MUST;
    if (must || gain > -allowance) items.push({ option, activity, net, gain, must });
  }
  const all = model.activities.length;
  const rest = new Float64Array(items.length + 1);
  for (let j = items.length - 1; j >= 0; j--) {
    const one = item(items, j);
    for (let i = j + 1; i < items.length; i++) {
      const next = item(items, i);
      if (follows[one.activity * all + next.activity] === 0) continue;
      rest[j] = Math.max(rest[j] as number, next.gain + (rest[i] as number));
    }
  }
  const found: { readonly options: number[]; readonly worth: number }[] = [];
  let looks = MOST_LOOKS;
  const go = (last: number, options: readonly number[], worth: number, used: number) => {
    looks -= 1;
    const current = items[last];
    let mustFollow = false;
    for (let i = last + 1; i < items.length; i++) mustFollow ||= item(items, i).must;
    if (!mustFollow && worth - cost(used) >= best - allowance) {
      found.push({ options: [...options], worth: worth - cost(used) });
    }
    for (let i = last + 1; i < items.length && looks > 0; i++) {
      const next = item(items, i);
      const ofMonth = at(model.month, next.activity);
      const same = current !== undefined && at(model.month, current.activity) === ofMonth;
      const before = same ? used : 0;
      const closed = same ? worth : worth - cost(used);
      const then = before + at(minutes, next.activity);
      const fits = !current || follows[current.activity * all + next.activity] === 1;
      const can = closed - cost(before) + next.gain + (rest[i] as number) >= best - allowance;
      if (fits && can && then <= at(minutesLeft, volunteer * months + ofMonth)) {
        go(i, [...options, next.option], closed + next.net, then);
      }
      if (next.must) break;
    }
  };
  go(-1, [], 0, 0);
  found.sort((a, b) => b.worth - a.worth);
  return found.slice(0, MOST_PLANS).map(({ options }) => options);
}

const MOST_LOOKS = 3_000;
const MOST_PLANS = 24;
