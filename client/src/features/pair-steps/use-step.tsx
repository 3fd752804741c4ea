// The frame of a step of a pair: sent once, answered in words, and the page shows the newest where the pair has moved on.
import { useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';

interface StepAnswer {
  readonly error?: CombinedError | undefined;
  readonly outcome:
    | { readonly __typename: 'CompanionshipStep' | 'InvalidInput' | 'TransitionRefused' | 'StaleVersion' | 'NotFound' }
    | undefined;
}
export interface StepWords {
  /** Said once it is done. */
  readonly taken: string;
  /** What to look at where something typed cannot be. */
  readonly invalid: ReactNode;
}

/** `settle` forgets the draft and closes the form once the step is taken, or cannot be any more. */
export function useStep(words: StepWords, forget: () => void, done: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const [problem, setProblem] = useState<ReactNode>(null);
  const settle = ({ error, outcome }: StepAnswer): void => {
    setProblem(null);
    if (!outcome) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const { __typename: kind } = outcome;
    switch (kind) {
      case 'CompanionshipStep':
        forget();
        toast({ message: words.taken });
        done();
        return;
      case 'InvalidInput':
        setProblem(words.invalid);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        toast({ tone: 'danger', message: t`这段陪伴刚刚有了变化，已经换成最新的内容，请再看一看。` });
        done();
        return;
      default:
        assertUnreachable(kind);
    }
  };
  return { problem, settle };
}
