// Which company may come to which activity on which day and what that is worth; otherwise every rule that fails.
import type { Booking, DayActivity, DayCompany, DayCriterion, DayPart, DayRejection, DaysProblem } from './types.js';

/** Adults that the ratio asks for. */
export const leastAdults = ({ children, childrenPerAdult }: DayActivity): number =>
  Math.ceil(children / childrenPerAdult);

/** Adults that find room: what the activity takes, and the venue beside the children. */
export function mostAdults({ venues }: DaysProblem, { mostAdults: most, venueId, children }: DayActivity): number {
  const capacity = venues.find(({ id }) => id === venueId)?.capacity ?? 0;
  return Math.max(0, Math.min(most, capacity - children));
}

/** Every rule that fails, whatever else is decided; none where the company may come. */
export function dayRejections(
  problem: DaysProblem,
  company: DayCompany,
  activity: DayActivity,
  day: string,
): DayRejection[] {
  const failed: DayRejection[] = [];
  const fail = (code: DayRejection['code'], fact: string | number, needed: string | number) =>
    failed.push({ code, fact: `${fact}`, needed: `${needed}` });
  const cost = company.people * activity.costPerPerson;
  const present = problem.workers.find((one) => one.day === day)?.present ?? 0;
  const room = (problem.venues.find(({ id }) => id === activity.venueId)?.capacity ?? 0) - activity.children;
  const needed = Math.max(company.people, leastAdults(activity));
  if (!company.wishes.includes(activity.id)) fail('NOT_WISHED', company.wishes.length, activity.id);
  if (!activity.days.includes(day) || activity.times === 0) fail('DAY_NOT_OFFERED', day, activity.days.join(','));
  if (company.days && !company.days.includes(day)) fail('COMPANY_CANNOT', day, company.days.join(','));
  if (cost > company.budget) fail('OVER_BUDGET', company.budget, cost);
  if (company.people > activity.mostAdults) fail('TOO_MANY_PEOPLE', company.people, activity.mostAdults);
  if (present < activity.workers) fail('TOO_FEW_WORKERS', present, activity.workers);
  if (room < needed) fail('VENUE_TOO_SMALL', room, needed);
  if (company.most === 0) fail('NO_DAYS_LEFT', 0, 1);
  if (problem.vetoes.some((veto) => isMeant(veto, { companyId: company.id, activityId: activity.id, day }))) {
    fail('VETOED', day, 'NO_VETO');
  }
  return failed;
}

export function isMeant(veto: DaysProblem['vetoes'][number], { companyId, activityId, day }: Booking): boolean {
  return veto.companyId === companyId && veto.activityId === activityId && (veto.day === undefined || veto.day === day);
}

/** What the day is worth, part by part; fairness counts for a company's first day only, and is told for each. */
export function dayParts(
  { rules, weights, previous }: DaysProblem,
  company: DayCompany,
  activity: DayActivity,
  day: string,
): DayPart[] {
  const rank = company.wishes.indexOf(activity.id);
  const years = company.before.find(({ activityId }) => activityId === activity.id)?.years ?? 0;
  const wish = rank < 0 ? 0 : (rules.rankPoints[Math.min(rank, rules.rankPoints.length - 1)] ?? 0);
  const facts: Readonly<Record<DayCriterion, readonly [grade: number, fact: string]>> = {
    wish: [wish, `${rank + 1}`],
    together: [Math.min(100, YEAR_TOGETHER * years), `${years}`],
    fairness: [Math.min(100, YEAR_WITHOUT * company.yearsWithout), `${company.yearsWithout}`],
  };
  const parts: DayPart[] = weights.criteria.map(({ criterion, weight }) => {
    const [grade, fact] = facts[criterion];
    return { criterion, points: weight * grade, fact };
  });
  const stays = previous.some((one) => isMeant(one, { companyId: company.id, activityId: activity.id, day }));
  if (stays) parts.push({ criterion: 'stay', points: rules.stayBonus, fact: 'PUBLISHED' });
  return parts;
}

const YEAR_TOGETHER = 25;
const YEAR_WITHOUT = 34;
