import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { ConfirmDialog, type ConfirmDialogProps } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import type { Proposal } from './proposal.js';

/** What each dialog about one proposal is given. */
export interface DecisionProps {
  readonly proposal: Proposal;
  readonly opened: boolean;
  readonly close: () => void;
  readonly reload: () => void;
}

type Refused = 'TransitionRefused' | 'StaleVersion' | 'NotFound';

/** What keeps a decision from being made, as the dialog says it; nothing typed is lost. */
export function useDecisionProblem(reload: () => void) {
  const [problem, say] = useState<ReactNode>(null);
  return {
    problem,
    say,
    clear: () => say(null),
    /** The request itself failed. */
    fault: (error: CombinedError | undefined) => say(<RequestFault error={error} />),
    /** Somebody else was there before. */
    refuse: (kind: Refused) => say(<CommonRefusal kind={kind} reload={reload} />),
  };
}

interface DecisionDialogProps extends Omit<ConfirmDialogProps, 'tone'> {
  readonly problem: ReactNode;
}

/** The frame of a decision about one proposal: a question, what it needs, and below it whatever keeps it from being made. */
export function DecisionDialog({ problem, children, ...dialog }: DecisionDialogProps) {
  return (
    <ConfirmDialog {...dialog}>
      {children}
      {problem ? <div role="alert">{problem}</div> : null}
    </ConfirmDialog>
  );
}
