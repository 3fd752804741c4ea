import type { CompanionshipView } from './companionships.repository.js';

declare const fromTheGate: unique symbol;

/** A pair of which the gate of H26 found nothing missing; made in `companionship-gate.ts` and nowhere else. */
export interface ClearedToBegin {
  readonly pair: CompanionshipView;
  readonly [fromTheGate]: true;
}
