// Somebody arrives: their own candidates are looked up, and the open problem goes on from where it stood.
import { carriedOver } from './carried-over.js';
import type { Change } from './change.js';
import { grow } from './grow.js';
import { at } from './ints.js';
import { positionOf } from './people.js';
import { makeProblem, type Problem } from './problem.js';
import { openSession, type Session } from './session.js';
import { transportOf } from './solve.js';
import { NONE } from './transport/problem.js';
import { Transport, type TransportSolution } from './transport/transport.js';
import type { MatchRules, MatchSnapshot, MatchWeights } from './types.js';

/** The session after an arrival; undefined where a decided pair waited for who arrives: that takes more than a place. */
export function arrived(
  session: Session,
  after: Required<MatchSnapshot>,
  rules: Required<MatchRules>,
  weights: MatchWeights,
  change: Extract<Change, { readonly kind: 'arrive' }>,
): Session | undefined {
  const id = 'volunteer' in change ? change.volunteer.id : change.child.id;
  if (after.locks.some(({ volunteerId, childId }) => volunteerId === id || childId === id)) return undefined;
  const grown = grow(session.base, after, rules, weights);
  const problem = makeProblem(grown.candidates, grown.edges);
  const earlier = carriedOver(session.base.problem, session.found, problem);
  const open =
    'volunteer' in change
      ? () => withVolunteer(problem, earlier, positionOf(problem.volunteerIds, id))
      : () => withChild(problem, earlier, positionOf(problem.childIds, id));
  return openSession({ ...grown, problem, open });
}

function withChild(problem: Problem, earlier: TransportSolution, child: number): Transport {
  const transport = new Transport(transportOf(problem), { ...earlier, absent: child });
  transport.come(child);
  return transport;
}

/** At first the places of who arrives are too dear for everybody, and none is there; then they come, one by one. */
function withVolunteer(problem: Problem, earlier: TransportSolution, volunteer: number): Transport {
  const { rowStart, supervisorOf, places } = problem;
  const supervisor = at(supervisorOf, volunteer);
  const above = supervisor < 0 ? 0 : at(earlier.prices.group, supervisor);
  let dear = 0;
  for (let child = 0; child < problem.childIds.length; child++) {
    for (let edge = at(rowStart, child); edge < at(rowStart, child + 1); edge++) {
      if (at(problem.volunteer, edge) !== volunteer) continue;
      dear = Math.max(dear, at(problem.weight, edge) - at(earlier.prices.row, child) - above);
    }
  }
  const column = earlier.prices.column.slice();
  column[volunteer] = dear;
  const transport = new Transport(
    { ...transportOf(problem), capacity: places.map((has, index) => (index === volunteer ? 0 : has)) },
    { ...earlier, prices: { ...earlier.prices, column }, absent: NONE },
  );
  transport.setCapacity(volunteer, at(places, volunteer));
  return transport;
}
