// One run of the engine, fed in parts as they are read.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  resultOf,
  startMatch,
  type MatchChild,
  type MatchRules,
  type MatchState,
  type MatchSnapshot,
  type MatchVolunteer,
  type MatchWeights,
  type Pair,
} from '@tongxing/shared/matching';

export interface RosterPart {
  readonly volunteers?: readonly MatchVolunteer[];
  readonly children?: readonly MatchChild[];
}
/** All of the input but the people. */
export interface RunFrame {
  readonly snapshot: Omit<MatchSnapshot, 'volunteers' | 'children'>;
  readonly rules: MatchRules;
  readonly weights: MatchWeights;
}
export interface Solved {
  readonly objective: number;
  readonly bound: number;
  readonly verified: boolean;
  readonly candidatePairs: number;
  readonly inputHash: string;
  /** Packed as the store keeps them. */
  readonly input: string;
  readonly solution: string;
}

export class SolveTask {
  /** The problem solved and open, once it is. */
  state: MatchState | undefined;
  readonly #volunteers: MatchVolunteer[] = [];
  readonly #children: MatchChild[] = [];

  add({ volunteers = [], children = [] }: RosterPart): void {
    this.#volunteers.push(...volunteers);
    this.#children.push(...children);
  }

  solve({ snapshot, rules, weights }: RunFrame): { solved: Solved; pairs: readonly Pair[] } {
    const whole = { ...snapshot, volunteers: this.#volunteers, children: this.#children };
    const state = startMatch(whole, rules, weights);
    const { pairs, certificate, verified, candidatePairs, canonical } = resultOf(state, whole);
    this.state = state;
    return {
      pairs,
      solved: {
        objective: certificate.objective,
        bound: certificate.bound,
        verified,
        candidatePairs,
        inputHash: createHash('sha256').update(canonical).digest('hex'),
        input: pack(canonical),
        solution: pack(JSON.stringify({ pairs, certificate })),
      },
    };
  }
}

export const pack = (text: string): string => gzipSync(text).toString('base64');
