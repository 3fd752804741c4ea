// Random changes to who accompanies whom, one after another, each proven and compared with a fresh solve.
import { DEFAULT_WEIGHTS } from '../../rules/match-weights.js';
import type { Change } from '../change.js';
import { edit, proposedPairs, startMatch, type MatchState } from '../state.js';
import { inventChild, inventSnapshot, inventVolunteer, RULES } from './invented-snapshot.js';
import type { Seeded } from './small-problem.js';
import type { Walked } from './walked.js';

const TOWN = { volunteers: 14, children: 9, supervisors: 3 };
const IN_A_WALK = 25;

export function randomMatchChange(random: Seeded, state: MatchState, turn: number): Change {
  const { snapshot } = state;
  const volunteerId = random.pick(snapshot.volunteers).id;
  const childId = random.pick(snapshot.children).id;
  const [proposed] = random.shuffle(proposedPairs(state));
  const pair = proposed ?? { volunteerId, childId };
  switch (random.next(7)) {
    case 0:
      return { kind: 'lock', volunteerId: pair.volunteerId, childId: pair.childId };
    case 1:
      return { kind: 'arrive', volunteer: inventVolunteer(random, `v-new-${turn}`, TOWN) };
    case 2:
      return { kind: 'arrive', child: inventChild(random, `c-new-${turn}`, TOWN) };
    case 3:
      return random.chance(50) ? { kind: 'leave', volunteerId } : { kind: 'leave', childId };
    case 4:
      return { kind: 'capacity', volunteerId, places: random.next(4) };
    case 5:
      return { kind: 'capacity', supervisorId: random.pick(snapshot.supervisors).id, places: random.next(6) };
    default:
      return { kind: 'veto', volunteerId: pair.volunteerId, childId: pair.childId };
  }
}

/** Walks of changes from ever new beginnings; at times a change is made to an earlier state of the walk. */
export function walkCompanions(random: Seeded, edits: number): Walked {
  const wrong: string[] = [];
  let path: MatchState[] = [];
  for (let done = 0; done < edits;) {
    if (done % IN_A_WALK === 0 || path.length === 0) {
      path = [startMatch(inventSnapshot(random, TOWN), RULES, DEFAULT_WEIGHTS)];
    }
    const from = random.chance(85) ? (path.at(-1) ?? random.pick(path)) : random.pick(path);
    const change = randomMatchChange(random, from, done);
    // A child has one decided companion; a second is refused, as a test of its own shows.
    if (change.kind === 'lock' && from.snapshot.locks.some(({ childId }) => childId === change.childId)) continue;
    done += 1;
    const after = edit(from, change);
    const fresh = startMatch(after.snapshot, after.rules, after.weights);
    const [worth, anew] = [after.solution.certificate.objective, fresh.solution.certificate.objective];
    if (!after.verdict.valid) wrong.push(`${done}: ${after.verdict.problems.join('; ')}`);
    if (worth !== anew) wrong.push(`${done}: ${worth}, anew ${anew}`);
    if (after.problem.volunteer.join() !== fresh.problem.volunteer.join()) wrong.push(`${done}: other candidates`);
    const isEmpty = after.snapshot.volunteers.length === 0 || after.snapshot.children.length === 0;
    path = isEmpty ? [] : [...path, after];
  }
  return { edits, wrong, asGood: edits };
}
