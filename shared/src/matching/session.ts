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
  /** What is best after the steps, with its two equal sums; read out when first asked for. */
  readonly found: TransportSolution;
}

export function openSession<B extends Opening>(base: B): Session<B> {
  const steps: readonly Step[] = [];
  return sessionAt(base, steps, { transport: base.open(), steps });
}

/** The session after further steps. */
export function advance<B extends Opening>({ base, steps, live }: Session<B>, further: readonly Step[]): Session<B> {
  const here = live.steps === steps ? live : reopened(base, steps);
  // Until all is settled the transport stands at no state.
  here.steps = [];
  for (const step of further) step(here.transport);
  const after = [...steps, ...further];
  here.steps = after;
  return sessionAt(base, after, here);
}

function sessionAt<B extends Opening>(base: B, steps: readonly Step[], live: Live): Session<B> {
  let found: TransportSolution | undefined;
  return {
    base,
    steps,
    live,
    get found() {
      return (found ??= proven(live.steps === steps ? live : reopened(base, steps)));
    },
  };
}

function proven({ transport }: Live): TransportSolution {
  const found = transport.solution();
  if (found.objective !== found.bound) throw new Error(`BUG: ${found.objective} is not proven by ${found.bound}`);
  return found;
}

function reopened(base: Opening, steps: readonly Step[]): Live {
  const transport = base.open();
  for (const step of steps) step(transport);
  return { transport, steps };
}
