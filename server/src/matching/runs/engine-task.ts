// What the engine does for the server, as one message in and one out, so that a worker thread can do it.
import {
  alternatives,
  readCanonical,
  rejections,
  runMatch,
  startMatch,
  type Alternative,
  type MatchInput,
  type MatchResult,
  type ReasonCount,
} from '@tongxing/shared/matching';

export type EngineTask =
  | { readonly kind: 'run'; readonly input: MatchInput }
  | { readonly kind: 'unmatched'; readonly canonical: string; readonly childIds: readonly string[] }
  | { readonly kind: 'alternatives'; readonly canonical: string; readonly childId: string; readonly count: number };

export interface EngineAnswers {
  run: MatchResult;
  unmatched: readonly { readonly childId: string; readonly reasons: readonly ReasonCount[] }[];
  alternatives: readonly Alternative[];
}

/** Pure: the same task gives the same answer in any thread. */
export function perform<Task extends EngineTask>(task: Task): EngineAnswers[Task['kind']];
export function perform(task: EngineTask): EngineAnswers[EngineTask['kind']] {
  switch (task.kind) {
    case 'run':
      return runMatch(task.input.snapshot, task.input.rules, task.input.weights);
    case 'unmatched': {
      const { snapshot, rules } = readCanonical(task.canonical);
      const rejected = rejections(snapshot, rules);
      return task.childIds.map((childId) => ({ childId, reasons: rejected.counts(childId) }));
    }
    case 'alternatives': {
      const { snapshot, rules, weights } = readCanonical(task.canonical);
      return alternatives(startMatch(snapshot, rules, weights), task.childId, task.count);
    }
  }
}
