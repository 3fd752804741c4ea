// Checks a plan of company days from first principles. Shares no code with the solver, so that a mistake there cannot
// hide itself here; whoever has the stored run can repeat it.
import type { Verdict } from '../verify-certificate.js';
import { DayProofReader } from './check-day-proof.js';
import type { Booking, DayActivity, DayCompany, DaysProblem, DaysSolution } from './types.js';

/**
 * Valid only where (1) every booking may be, is worth what it is said to be, and ratios, rooms, venues, workers and
 * budgets are kept to, (2) the plan comes to what it says, (3) the stored prices prove its bound, worked out anew.
 */
export function verifyDays(problem: DaysProblem, solution: DaysSolution): Verdict {
  const problems = [...bookings(problem, solution), ...days(problem, solution), ...sums(problem, solution)];
  return problems.length === 0 ? { valid: true } : { valid: false, problems };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const same = (a: Booking, b: Booking) =>
  a.companyId === b.companyId && a.activityId === b.activityId && a.day === b.day;
const adultsNeeded = ({ children, childrenPerAdult }: DayActivity) =>
  (children - (children % childrenPerAdult)) / childrenPerAdult + (children % childrenPerAdult > 0 ? 1 : 0);

/** What a booking is worth, without a first day's fairness; nothing where it may not be. Decided ones always may. */
export function dayWorth(problem: DaysProblem, booking: Booking): number | undefined {
  const company = problem.companies.find(({ id }) => id === booking.companyId);
  const activity = problem.activities.find(({ id }) => id === booking.activityId);
  if (!company || !activity?.days.includes(booking.day)) return undefined;
  if (!problem.locks.some((lock) => same(lock, booking)) && !may(problem, company, activity, booking.day))
    return undefined;
  const rank = company.wishes.indexOf(activity.id);
  const { rankPoints, stayBonus } = problem.rules;
  const together = sum(
    company.before
      .filter((one) => one.activityId === activity.id)
      .slice(0, 1)
      .map(({ years }) => years),
  );
  const grades = {
    wish: rank < 0 ? 0 : (rankPoints[rank] ?? rankPoints.at(-1) ?? 0),
    together: 25 * together > 100 ? 100 : 25 * together,
    fairness: 0,
  };
  const stays = problem.previous.some((one) => same(one, booking));
  return (
    sum(problem.weights.criteria.map(({ criterion, weight }) => weight * grades[criterion])) + (stays ? stayBonus : 0)
  );
}

function may(problem: DaysProblem, company: DayCompany, activity: DayActivity, day: string): boolean {
  const { capacity } = problem.venues.find(({ id }) => id === activity.venueId) ?? { capacity: 0 };
  const workers = sum(problem.workers.filter((one) => one.day === day).map(({ present }) => present));
  return (
    activity.times > 0 &&
    company.most > 0 &&
    company.wishes.includes(activity.id) &&
    (!company.days || company.days.includes(day)) &&
    company.people * activity.costPerPerson <= company.budget &&
    company.people <= activity.mostAdults &&
    company.people + activity.children <= capacity &&
    adultsNeeded(activity) + activity.children <= capacity &&
    workers >= activity.workers &&
    !problem.vetoes.some(
      (veto) =>
        veto.companyId === company.id &&
        veto.activityId === activity.id &&
        (veto.day === undefined || veto.day === day),
    )
  );
}

function firstWorth({ weights }: DaysProblem, { yearsWithout }: DayCompany): number {
  return sum(
    weights.criteria.map(({ criterion, weight }) =>
      criterion === 'fairness' ? weight * Math.min(100, 34 * yearsWithout) : 0,
    ),
  );
}

function bookings(problem: DaysProblem, { bookings: chosen }: DaysSolution): string[] {
  const problems: string[] = [];
  chosen.forEach((booking, index) => {
    const name = `${booking.companyId} at ${booking.activityId} on ${booking.day}`;
    const worth = dayWorth(problem, booking);
    if (worth === undefined) problems.push(`${name}: this may not be`);
    else if (worth !== booking.value) problems.push(`${name}: worth ${worth}, not ${booking.value}`);
    const twice = chosen.some(
      (other, at) => at < index && other.companyId === booking.companyId && other.day === booking.day,
    );
    if (twice) problems.push(`${name}: twice on one day`);
  });
  for (const lock of problem.locks) {
    if (!chosen.some((booking) => same(booking, lock)))
      problems.push(`${lock.companyId} on ${lock.day}: decided, but missing`);
  }
  for (const company of problem.companies) {
    const own = chosen.filter(({ companyId }) => companyId === company.id);
    const cost = sum(
      own.map(
        (one) => company.people * (problem.activities.find(({ id }) => id === one.activityId)?.costPerPerson ?? 0),
      ),
    );
    if (own.length > company.most) problems.push(`${company.id}: ${own.length} days, ${company.most} at most`);
    if (cost > company.budget) problems.push(`${company.id}: ${cost} of a budget of ${company.budget}`);
  }
  return problems;
}

function days(problem: DaysProblem, { bookings: chosen, short }: DaysSolution): string[] {
  const problems: string[] = [];
  const people = new Map(problem.companies.map((company) => [company.id, company.people]));
  const held = problem.activities.flatMap((activity) =>
    activity.days
      .filter((day) => chosen.some((one) => one.activityId === activity.id && one.day === day))
      .map((day) => ({ activity, day })),
  );
  for (const { activity, day } of held) {
    const name = `${activity.id} on ${day}`;
    const adults = sum(
      chosen
        .filter((one) => one.activityId === activity.id && one.day === day)
        .map(({ companyId }) => people.get(companyId) ?? 0),
    );
    const capacity = problem.venues.find(({ id }) => id === activity.venueId)?.capacity ?? 0;
    const missing = Math.max(0, adultsNeeded(activity) - adults);
    const decided = problem.locks.some((lock) => lock.activityId === activity.id && lock.day === day);
    const told = short.find((one) => one.activityId === activity.id && one.day === day)?.missing ?? 0;
    if (missing > 0 && !decided) problems.push(`${name}: ${missing} adults are missing`);
    if (missing !== told) problems.push(`${name}: ${missing} adults are missing, ${told} are told`);
    if (adults > activity.mostAdults || adults + activity.children > capacity)
      problems.push(`${name}: ${adults} adults`);
    const here = held.filter((other) => other.day === day && other.activity.venueId === activity.venueId);
    if (here.length > 1) problems.push(`${activity.venueId} on ${day}: ${here.length} activities`);
    const busy = sum(held.filter((other) => other.day === day).map((other) => other.activity.workers));
    const present = sum(problem.workers.filter((one) => one.day === day).map((one) => one.present));
    if (busy > present) problems.push(`${day}: ${busy} workers of ${present}`);
    const often = held.filter((other) => other.activity.id === activity.id).length;
    if (often > activity.times) problems.push(`${activity.id}: ${often} times, ${activity.times} at most`);
  }
  return problems;
}

function sums(problem: DaysProblem, { bookings: chosen, certificate, gapPpm, exhausted }: DaysSolution): string[] {
  const problems: string[] = [];
  const served = problem.companies.filter(({ id }) => chosen.some(({ companyId }) => companyId === id));
  const objective = sum(chosen.map(({ value }) => value)) + sum(served.map((company) => firstWorth(problem, company)));
  if (objective !== certificate.objective)
    problems.push(`the plan is worth ${objective}, not ${certificate.objective}`);
  if (!Number.isSafeInteger(certificate.scale) || certificate.scale < 1) problems.push('no whole number of parts');
  const { scale, prices } = certificate;
  const proof = new DayProofReader({
    problem,
    worth: (booking) => dayWorth(problem, booking),
    firstWorth: (company) => firstWorth(problem, company),
    adultsNeeded,
    scale,
    prices,
  });
  const bound = Math.max(objective, proof.bound(certificate.proof));
  problems.push(...new Set(proof.problems));
  if (bound !== certificate.bound) problems.push(`the prices prove ${bound}, not ${certificate.bound}`);
  const gap = Math.ceil((1e6 * (bound - objective)) / Math.max(1, Math.abs(bound)));
  if (gap !== gapPpm) problems.push(`the gap is ${gap} millionths, not ${gapPpm}`);
  if (exhausted !== (bound === objective)) problems.push('it is not as told whether the plan is the best');
  return problems;
}
