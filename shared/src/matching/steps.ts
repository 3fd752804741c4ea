// Puts a change of the snapshot into steps of the open problem, where everybody it touches is part of that.
import type { Change } from './change.js';
import { volunteerRejections } from './gates.js';
import { at, item } from './ints.js';
import { isAccompanied, locksOfVolunteer } from './change.js';
import { personAt, positionOf } from './people.js';
import { edgeOf } from './score.js';
import type { Base, Step } from './session.js';
import type { MatchRules, MatchSnapshot, PairOfIds } from './types.js';

type Snapshot = Required<MatchSnapshot>;

/** Whom a change touches, by id. */
interface Touched {
  readonly children: readonly string[];
  readonly volunteers: readonly string[];
  readonly supervisors: readonly string[];
}

/**
 * The steps that lead the open problem from one snapshot to the next; undefined where somebody takes part now whose
 * candidate pairs the open problem does not have.
 */
export function stepsOf(
  base: Base,
  rules: MatchRules,
  before: Snapshot,
  after: Snapshot,
  change: Exclude<Change, { readonly kind: 'arrive' }>,
): Step[] | undefined {
  if (change.kind === 'veto') return ruledOut(base, change);
  const touched = touchedBy(before, change);
  const going: Step[] = [];
  const coming: Step[] = [];
  for (const id of touched.children) {
    const row = personAt(base.candidates.csr.snapshot.children, id);
    const waits = personAt(after.children, id) !== undefined && !isAccompanied(after, id);
    if (waits === !isAccompanied(before, id)) continue;
    if (row === undefined || (waits && base.candidates.left.accompanied.has(id))) return undefined;
    if (waits) coming.push((transport) => transport.come(row));
    else going.push((transport) => transport.leave(row));
  }
  const places: Step[] = [];
  for (const id of touched.supervisors) {
    const supervisor = personAt(base.candidates.csr.snapshot.supervisors, id);
    if (supervisor === undefined) continue;
    const left = supervisorsPlacesLeft(base, after, supervisor);
    // Nobody below was a candidate while the supervisor had no place at all.
    if (left > 0 && at(base.candidates.left.supervisor, supervisor) === 0) return undefined;
    places.push((transport) => transport.setGroupCapacity(supervisor, left));
  }
  for (const id of touched.volunteers) {
    const column = personAt(base.candidates.csr.snapshot.volunteers, id);
    if (column === undefined) continue;
    const left = volunteersPlacesLeft(after, id);
    if (left > 0 && !wasCandidate(base, rules, column) && couldBeCandidate(base, rules, column)) return undefined;
    places.push((transport) => transport.setCapacity(column, left));
  }
  return [...going, ...places, ...coming];
}

function ruledOut({ problem }: Base, { volunteerId, childId }: PairOfIds): Step[] {
  const child = positionOf(problem.childIds, childId);
  const edge = edgeOf(problem, child, positionOf(problem.volunteerIds, volunteerId));
  return edge === undefined ? [] : [(transport) => transport.ruleOut(edge)];
}

function touchedBy(before: Snapshot, change: Exclude<Change, { readonly kind: 'arrive' | 'veto' }>): Touched {
  const above = (volunteers: readonly string[]) =>
    volunteers.flatMap((id) => {
      const position = personAt(before.volunteers, id);
      return position === undefined ? [] : (item(before.volunteers, position).supervisorId ?? []);
    });
  const withAll = (children: readonly string[], volunteers: readonly string[]): Touched => ({
    children: [...new Set(children)],
    volunteers: [...new Set(volunteers)],
    supervisors: [...new Set(above(volunteers))],
  });
  if (change.kind === 'lock') return withAll([change.childId], [change.volunteerId]);
  if (change.kind === 'capacity') {
    if ('supervisorId' in change) return { children: [], volunteers: [], supervisors: [change.supervisorId] };
    return { children: [], volunteers: [change.volunteerId], supervisors: [] };
  }
  const own = before.locks.filter((lock) =>
    'volunteerId' in change ? lock.volunteerId === change.volunteerId : lock.childId === change.childId,
  );
  const children = own.map(({ childId }) => childId);
  const volunteers = own.map(({ volunteerId }) => volunteerId);
  return 'volunteerId' in change
    ? withAll(children, [...volunteers, change.volunteerId])
    : withAll([...children, change.childId], volunteers);
}

/** None where the volunteer is gone. */
function volunteersPlacesLeft(snapshot: Snapshot, id: string): number {
  const position = personAt(snapshot.volunteers, id);
  if (position === undefined) return 0;
  return Math.max(0, item(snapshot.volunteers, position).places - locksOfVolunteer(snapshot, id));
}

function supervisorsPlacesLeft({ candidates }: Base, after: Snapshot, supervisor: number): number {
  const { supervisorOf } = candidates.left;
  const { volunteers, supervisors } = candidates.csr.snapshot;
  let taken = 0;
  for (let volunteer = 0; volunteer < supervisorOf.length; volunteer++) {
    if (at(supervisorOf, volunteer) !== supervisor) continue;
    const { id } = item(volunteers, volunteer);
    if (personAt(after.volunteers, id) !== undefined) taken += locksOfVolunteer(after, id);
  }
  const { id } = item(supervisors, supervisor);
  return Math.max(0, item(after.supervisors, positionIn(after, id)).places - taken);
}

function positionIn({ supervisors }: Snapshot, id: string): number {
  const position = personAt(supervisors, id);
  if (position === undefined) throw new Error(`BUG: the snapshot has no ${id}`);
  return position;
}

function wasCandidate({ candidates: { csr, left } }: Base, rules: MatchRules, column: number): boolean {
  return volunteerRejections(rules, left, item(csr.snapshot.volunteers, column), column).length === 0;
}

/** Whether places are all that was missing. */
function couldBeCandidate({ candidates: { csr, left } }: Base, rules: MatchRules, column: number): boolean {
  const reasons = volunteerRejections(rules, left, item(csr.snapshot.volunteers, column), column);
  return !reasons.includes('NOT_ELIGIBLE');
}
