// What a transition table must prove before anyone relies on it; used by the specs of the tables.
import type { Machine } from './machine.js';

/** Each flaw of a table in words; empty for a sound one: all reachable, ends final and only they, no reason for a move that is none. */
export function flawsOf<State extends string>(machine: Machine<State>, start: State, ends: readonly State[]): string[] {
  const states = Object.keys(machine) as State[];
  const reached = new Set<State>([start]);
  // a set hands out what is added to it while it is walked
  for (const state of reached) for (const next of machine[state].to) reached.add(next);
  return states.flatMap((state) => {
    const { to, reasonFor = [] } = machine[state];
    return [
      ...(reached.has(state) ? [] : [`${state} cannot be reached from ${start}`]),
      ...(ends.includes(state) && to.length > 0 ? [`${state} is an end and goes on to ${to.join(', ')}`] : []),
      ...(!ends.includes(state) && to.length === 0 ? [`${state} is a dead end`] : []),
      ...(to.includes(state) ? [`${state} moves to itself`] : []),
      ...(new Set(to).size === to.length ? [] : [`${state} names a target twice`]),
      ...reasonFor
        .filter((next) => !to.includes(next))
        .map((next) => `${state} asks a reason for ${next}, which it cannot reach`),
    ];
  });
}
