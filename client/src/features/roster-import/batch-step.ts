// What each step of a roster is given.
import type { Batch } from './batch.js';

export interface BatchStepProps {
  readonly batch: Batch;
  readonly reload: () => void;
}
