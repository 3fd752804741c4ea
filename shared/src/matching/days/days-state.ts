// A solved plan of company days, the changes that people make to it, and why it is as it is.
import { item } from '../ints.js';
import { BadProblem } from '../transport/problem.js';
import type { Verdict } from '../verify-certificate.js';
import { answer, IN, OPEN } from './day-prices.js';
import { makeDays, normaliseDays, SCALE, type DaysModel } from './model.js';
import { dayParts, dayRejections, isMeant, mostAdults } from './options.js';
import { listedPrices, solvedDays, type DaysOptions } from './solve-days.js';
import type { Booking, DayActivity, DayCompany, DayPart, DayRejection, DaysProblem, DaysSolution } from './types.js';
import { verifyDays } from './verify-days.js';

export interface DaysState {
  readonly problem: DaysProblem;
  readonly options: DaysOptions;
  readonly solution: DaysSolution;
  /** The checker's word on this very plan. */
  readonly verdict: Verdict;
  readonly model: DaysModel;
}

export type DaysChange =
  | ({ readonly kind: 'lock' } & Booking)
  /** Without a day: never at that activity. What was locked there is not any more. */
  | ({ readonly kind: 'veto' } & Omit<Booking, 'day'> & { readonly day?: string | undefined })
  | { readonly kind: 'arrive'; readonly company: DayCompany }
  | { readonly kind: 'leave'; readonly companyId: string }
  | { readonly kind: 'announce'; readonly activity: DayActivity }
  | { readonly kind: 'cancel'; readonly activityId: string }
  | { readonly kind: 'workers'; readonly day: string; readonly present: number };

export function startDays(problem: DaysProblem, options: DaysOptions = {}): DaysState {
  return stateOf(problem, options);
}

/** A stored plan as a state that answers again; without solving. */
export function reopenDays(problem: DaysProblem, solution: DaysSolution, options: DaysOptions = {}): DaysState {
  const model = makeDays(normaliseDays(problem));
  return { problem: model.problem, options, solution, verdict: verifyDays(model.problem, solution), model };
}

function stateOf(problem: DaysProblem, options: DaysOptions, before?: DaysSolution): DaysState {
  const { model, solution } = solvedDays(problem, options, before);
  return { problem: model.problem, options, solution, verdict: verifyDays(model.problem, solution), model };
}

/**
 * The plan after a change: found from the former prices and plan, and proven anew like any other. What was proposed is
 * worth its bonus to stay.
 */
export function editDays(state: DaysState, change: DaysChange): DaysState {
  const previous = state.solution.bookings.map(({ companyId, activityId, day }) => ({ companyId, activityId, day }));
  return stateOf(changed({ ...state.problem, previous }, change), state.options, state.solution);
}

function changed(problem: DaysProblem, change: DaysChange): DaysProblem {
  const { locks, vetoes, previous } = problem;
  switch (change.kind) {
    case 'lock': {
      const { companyId, activityId, day } = change;
      const others = locks.filter((lock) => lock.companyId !== companyId || lock.day !== day);
      return { ...problem, locks: [...others, { companyId, activityId, day }] };
    }
    case 'veto': {
      const { companyId, activityId, day } = change;
      const veto = { companyId, activityId, day };
      return { ...problem, vetoes: [...vetoes, veto], locks: locks.filter((lock) => !isMeant(veto, lock)) };
    }
    case 'arrive':
      return { ...problem, companies: [...problem.companies, change.company] };
    case 'announce':
      return { ...problem, activities: [...problem.activities, change.activity] };
    case 'leave': {
      const { companyId } = change;
      mustBe(problem.companies, companyId);
      const stays = (one: { readonly companyId: string }) => one.companyId !== companyId;
      const left = { locks: locks.filter(stays), vetoes: vetoes.filter(stays), previous: previous.filter(stays) };
      return { ...problem, ...left, companies: problem.companies.filter(({ id }) => id !== companyId) };
    }
    case 'cancel': {
      const { activityId } = change;
      mustBe(problem.activities, activityId);
      const stays = (one: { readonly activityId: string }) => one.activityId !== activityId;
      const left = { locks: locks.filter(stays), vetoes: vetoes.filter(stays), previous: previous.filter(stays) };
      const companies = problem.companies.map((company) => ({
        ...company,
        wishes: company.wishes.filter((id) => id !== activityId),
      }));
      return { ...problem, ...left, companies, activities: problem.activities.filter(({ id }) => id !== activityId) };
    }
    case 'workers': {
      const others = problem.workers.filter(({ day }) => day !== change.day);
      return { ...problem, workers: [...others, { day: change.day, present: change.present }] };
    }
  }
}

function mustBe(list: readonly { readonly id: string }[], id: string): void {
  if (!list.some((one) => one.id === id)) throw new BadProblem('UNKNOWN_ID', id);
}

/** What of the present plan stands against a booking that may be. */
export interface DayInTheWay {
  readonly code:
    'HAS_ITS_DAYS' | 'THAT_DAY_TAKEN' | 'BUDGET_USED' | 'VENUE_TAKEN' | 'WORKERS_BUSY' | 'NO_ROOM' | 'HELD_OFTEN';
  readonly fact: string;
}

export interface DayChoice extends Booking {
  /** The whole would lose at least so many points if this were forced: proven by the prices. */
  readonly leastLoss: number;
}

export interface DayExplanation {
  readonly chosen: boolean;
  readonly parts: readonly DayPart[];
  readonly rejections: readonly DayRejection[];
  readonly inTheWay: readonly DayInTheWay[];
  /** Missing where a rule fails. */
  readonly leastLoss?: number | undefined;
  readonly nextBest: readonly DayChoice[];
}

const NEXT_BEST = 3;

/** Throws `BadProblem` for ids that are not there. */
export function explainDay(state: DaysState, booking: Booking): DayExplanation {
  const { problem, solution } = state;
  const company = problem.companies.find(({ id }) => id === booking.companyId);
  const activity = problem.activities.find(({ id }) => id === booking.activityId);
  if (!company || !activity) throw new BadProblem('UNKNOWN_ID', Object.values(booking).join(', '));
  const choices = suggestDays(state, company.id, Infinity);
  const chosen = solution.bookings.some((one) => isMeant(booking, one));
  return {
    chosen,
    parts: dayParts(problem, company, activity, booking.day),
    rejections: dayRejections(problem, company, activity, booking.day),
    inTheWay: chosen ? [] : dayInTheWay(state, company, activity, booking.day),
    leastLoss: choices.find((choice) => isMeant(booking, choice))?.leastLoss,
    nextBest: choices
      .filter((choice) => !isMeant(booking, choice) && !solution.bookings.some((one) => isMeant(one, choice)))
      .slice(0, NEXT_BEST),
  };
}

/** A company's bookings that cost the whole least, the present ones among them. */
export function suggestDays({ model, solution }: DaysState, companyId: string, most: number): DayChoice[] {
  const index = model.problem.companies.findIndex(({ id }) => id === companyId);
  if (index < 0) throw new BadProblem('UNKNOWN_ID', companyId);
  const say = Uint8Array.from(model.options, ({ lock }) => (lock ? IN : OPEN));
  const prices = listedPrices(model, solution.certificate.prices);
  const choices = (model.optionsOf[index] ?? []).flatMap((option): DayChoice[] => {
    const before = say[option] ?? OPEN;
    say[option] = IN;
    const { bound } = answer(model, prices, say);
    say[option] = before;
    if (bound === -Infinity) return [];
    const event = item(model.events, item(model.options, option).event);
    const leastLoss = Math.max(0, solution.certificate.objective - Math.floor(bound / SCALE));
    return [{ companyId, activityId: item(model.problem.activities, event.activity).id, day: event.day, leastLoss }];
  });
  return choices.sort((a, b) => a.leastLoss - b.leastLoss).slice(0, most);
}

/** What of the present plan stands against a booking, whatever the rules say of it. */
export function dayInTheWay(
  { problem, solution }: DaysState,
  company: DayCompany,
  activity: DayActivity,
  day: string,
): DayInTheWay[] {
  const found: DayInTheWay[] = [];
  const note = (code: DayInTheWay['code'], fact: string | number) => found.push({ code, fact: `${fact}` });
  const activityOf = (booking: Booking) => problem.activities.filter(({ id }) => id === booking.activityId);
  const own = solution.bookings.filter(({ companyId }) => companyId === company.id);
  const spent = own.flatMap(activityOf).reduce((sum, { costPerPerson }) => sum + company.people * costPerPerson, 0);
  const today = solution.bookings.filter((one) => one.day === day);
  const others = [...new Set(today.flatMap(activityOf))].filter(({ id }) => id !== activity.id);
  const busy = others.reduce((sum, { workers }) => sum + workers, 0);
  const present = problem.workers.find((one) => one.day === day)?.present ?? 0;
  const adults = today
    .filter(({ activityId }) => activityId === activity.id)
    .reduce((sum, { companyId }) => sum + (problem.companies.find(({ id }) => id === companyId)?.people ?? 0), 0);
  const heldOn = new Set(
    solution.bookings.filter(({ activityId }) => activityId === activity.id).map((one) => one.day),
  );
  if (own.length >= company.most) note('HAS_ITS_DAYS', own.length);
  if (own.some((one) => one.day === day)) note('THAT_DAY_TAKEN', day);
  if (spent + company.people * activity.costPerPerson > company.budget) note('BUDGET_USED', company.budget - spent);
  for (const other of others) if (other.venueId === activity.venueId) note('VENUE_TAKEN', other.id);
  if (busy + activity.workers > present) note('WORKERS_BUSY', present - busy);
  if (adults + company.people > mostAdults(problem, activity)) note('NO_ROOM', mostAdults(problem, activity) - adults);
  if (!heldOn.has(day) && heldOn.size >= activity.times) note('HELD_OFTEN', [...heldOn].join(','));
  return found;
}
