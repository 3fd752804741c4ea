// A solved problem kept open, so that a change is settled where it falls instead of solving again.
import { transportOf } from './solve.js';
import type { Candidates } from './candidates.js';
import type { Problem } from './problem.js';
import { Transport, type TransportSolution } from './transport/transport.js';

/** One change to the open problem, in its own indices. */
export type Step = (transport: Transport) => void;

/** What was solved from scratch, and who was part of it. */
export interface Base {
  readonly candidates: Candidates;
  readonly problem: Problem;
}

interface Live {
  readonly transport: Transport;
  /** Those that the transport has taken; the very list of the state it stands at. */
  steps: readonly Step[];
}

/**
 * States that follow one another share one open problem, which stands at the last of them. From an earlier state it is
 * opened anew and led through that state's own steps: every state answers the same however often it is asked.
 */
export interface Session {
  readonly base: Base;
  readonly steps: readonly Step[];
  readonly live: Live;
}

export function openSession(base: Base, transport: Transport): Session {
  const steps: readonly Step[] = [];
  return { base, steps, live: { transport, steps } };
}

/** Takes further steps; answers what is best after them. */
export function advance(session: Session, further: readonly Step[]): { session: Session; found: TransportSolution } {
  const live = session.live.steps === session.steps ? session.live : reopened(session);
  // Until all is settled the transport stands at no state.
  live.steps = [];
  for (const step of further) step(live.transport);
  const found = live.transport.solution();
  if (found.objective !== found.bound) throw new Error(`BUG: ${found.objective} is not proven by ${found.bound}`);
  const steps = [...session.steps, ...further];
  live.steps = steps;
  return { session: { base: session.base, steps, live }, found };
}

function reopened({ base, steps }: Session): Live {
  const transport = new Transport(transportOf(base.problem));
  for (const step of steps) step(transport);
  return { transport, steps };
}
