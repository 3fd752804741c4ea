import { DEFAULT_WEIGHTS } from '../rules/match-weights.js';
import type { Problem } from './problem.js';
import { extraPlaces, scarcity } from './scarcity.js';
import { startMatch } from './state.js';
import { inventSnapshot, RULES } from './testing/invented-snapshot.js';
import { bruteForce, Seeded } from './testing/small-problem.js';
import { BadProblem } from './transport/problem.js';

const TOWN = { volunteers: 10, children: 7, supervisors: 3, city: 6000 };

function start(seed: number) {
  const snapshot = inventSnapshot(new Seeded(seed), TOWN);
  const supervisors = snapshot.supervisors.map((one, i) => ({ ...one, places: (seed + i) % 3 }));
  return startMatch({ ...snapshot, supervisors, locks: [] }, { ...RULES, allowOtherGender: true }, DEFAULT_WEIGHTS);
}

function withMore(problem: Problem, { supervisor = -1, volunteer = -1, each = 0 }): Problem {
  return {
    ...problem,
    places: problem.places.map((places, at) => places + (at === volunteer ? 1 : 0)),
    supervisorPlaces: problem.supervisorPlaces.map((places, at) => places + each + (at === supervisor ? 1 : 0)),
  };
}

describe('where places are short', () => {
  it('refuses to place nobody, a part of somebody, or more than can be asked for', () => {
    const state = start(1);
    expect(() => extraPlaces(state, 0)).toThrow(BadProblem);
    expect(() => extraPlaces(state, 1.5)).toThrow(BadProblem);
    expect(() => extraPlaces(state, 101)).toThrow(BadProblem);
  });

  it('tells exactly what one more place with a supervisor or a volunteer would add', () => {
    let gains = 0;
    for (let seed = 0; seed < 120; seed++) {
      const state = start(seed);
      const { problem, solution } = state;
      const best = bruteForce(problem);
      const scarce = scarcity(state);
      for (const { supervisorId, gain, price } of scarce.supervisors) {
        const supervisor = problem.supervisorIds.indexOf(supervisorId);
        expect({ seed, supervisorId, gain }).toEqual({
          seed,
          supervisorId,
          gain: bruteForce(withMore(problem, { supervisor })) - best,
        });
        expect(gain).toBeLessThanOrEqual(price);
        gains += gain > 0 ? 1 : 0;
      }
      for (const { volunteerId, gain } of scarce.volunteers) {
        const volunteer = problem.volunteerIds.indexOf(volunteerId);
        expect({ seed, volunteerId, gain }).toEqual({
          seed,
          volunteerId,
          gain: bruteForce(withMore(problem, { volunteer })) - best,
        });
      }
      const untold = problem.supervisorIds.filter((id) => !scarce.supervisors.some((s) => s.supervisorId === id));
      for (const id of untold) {
        const supervisor = problem.supervisorIds.indexOf(id);
        expect(bruteForce(withMore(problem, { supervisor })) - solution.certificate.objective).toBe(0);
      }
    }
    expect(gains).toBeGreaterThan(60);
  });

  it('finds the best use of two more places, and counts the children whom they place', () => {
    let placed = 0;
    for (let seed = 0; seed < 60; seed++) {
      const state = start(seed);
      const { problem } = state;
      const best = bruteForce(problem);
      const found = extraPlaces(state, 2);
      const supervisors = problem.supervisorIds.map((_, at) => at);
      const twice = supervisors.flatMap((supervisor) => {
        const more = withMore(problem, { supervisor });
        return supervisors.map((second) => bruteForce(withMore(more, { supervisor: second })) - best);
      });
      expect({ seed, gain: found.wherever.gain }).toEqual({ seed, gain: Math.max(...twice) });
      expect({ seed, gain: found.each.gain }).toEqual({
        seed,
        gain: bruteForce(withMore(problem, { each: 2 })) - best,
      });
      expect(found.wherever.supervisors.reduce((sum, { places }) => sum + places, 0)).toBeLessThanOrEqual(2);
      expect(found.wherever.wouldPlace).toBeLessThanOrEqual(2);
      expect(found.each.wouldPlace).toBeGreaterThanOrEqual(found.wherever.wouldPlace);
      placed += found.each.wouldPlace;
    }
    expect(placed).toBeGreaterThan(20);
  });

  it('says of a place whether a child would come by it who waits now', () => {
    for (let seed = 0; seed < 120; seed++) {
      const state = start(seed);
      for (const { supervisorId, wouldPlace } of scarcity(state).supervisors) {
        const { snapshot } = state;
        const supervisors = snapshot.supervisors.map((one) =>
          one.id === supervisorId ? { ...one, places: one.places + 1 } : one,
        );
        const after = startMatch({ ...snapshot, supervisors }, state.rules, state.weights);
        const more = after.solution.pairs.length - state.solution.pairs.length;
        expect({ seed, supervisorId, wouldPlace }).toEqual({ seed, supervisorId, wouldPlace: more });
      }
    }
  });
});
