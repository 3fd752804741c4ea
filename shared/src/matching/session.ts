// A solved problem kept open, so that a change is settled where it falls instead of solving again.
import type { Candidates } from './candidates.js';
import type { Problem } from './problem.js';
import type { ScoredEdges } from './score.js';
import type { Transport, TransportSolution } from './transport/transport.js';

/** One change to the open problem, in its own indices. */
export type Step = (transport: Transport) => void;

export interface Opening {
  /** The problem solved, as it was before any step. */
  readonly open: () => Transport;
}

/** What was solved from scratch, and who was part of it. */
export interface Base extends Opening {
  readonly candidates: Candidates;
  readonly edges: ScoredEdges;
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
export interface Session<B extends Opening = Base> {
  readonly base: B;
  readonly steps: readonly Step[];
  readonly live: Live;
  /** What is best after the steps. */
  readonly found: TransportSolution;
}

export function openSession<B extends Opening>(base: B): Session<B> {
  const steps: readonly Step[] = [];
  const transport = base.open();
  return { base, steps, live: { transport, steps }, found: transport.solution() };
}

/** The session after further steps. */
export function advance<B extends Opening>(session: Session<B>, further: readonly Step[]): Session<B> {
  const live = session.live.steps === session.steps ? session.live : reopened(session);
  // Until all is settled the transport stands at no state.
  live.steps = [];
  for (const step of further) step(live.transport);
  const found = live.transport.solution();
  if (found.objective !== found.bound) throw new Error(`BUG: ${found.objective} is not proven by ${found.bound}`);
  const steps = [...session.steps, ...further];
  live.steps = steps;
  return { base: session.base, steps, live, found };
}

function reopened<B extends Opening>({ base, steps }: Session<B>): Live {
  const transport = base.open();
  for (const step of steps) step(transport);
  return { transport, steps };
}
