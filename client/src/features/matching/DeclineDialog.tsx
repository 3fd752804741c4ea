import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useMutation } from 'urql';
import { problemsResolver } from '../../ui/form/problems.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DecisionDialog, useDecisionProblem, type DecisionProps } from './DecisionDialog.js';
import { DECLINE_PROPOSAL } from './matching.operations.js';
import { WhatIf } from './WhatIf.js';

interface Declining {
  readonly reason: string;
}
const MOST_CHARACTERS = 500;
const resolver = problemsResolver<Declining>(({ reason }) => {
  const text = reason.trim();
  return text === '' || text.length > MOST_CHARACTERS ? ['reason'] : [];
});

export interface DeclineDialogProps extends DecisionProps {
  readonly decided: () => void;
}

export function DeclineDialog({ proposal, opened, close, decided, reload }: DeclineDialogProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, decline] = useMutation(DECLINE_PROPOSAL);
  const { problem, clear, fault, refuse } = useDecisionProblem(reload);
  const form = useKeptForm<Declining>({
    draft: `decline.${proposal.id}`,
    defaultValues: { reason: '' },
    resolver,
  });
  const askForWords = t`请写几个字，最多 ${MOST_CHARACTERS} 字。`;

  const send = form.handleSubmit(async ({ reason }) => {
    clear();
    const input = { proposalId: proposal.id, version: proposal.version, reason: reason.trim() };
    const { data, error } = await decline({ input });
    if (!data) {
      fault(error);
      return;
    }
    const result = data.declineProposal;
    switch (result.__typename) {
      case 'MatchProposal':
        form.forget();
        close();
        toast({ message: t`记下了。以后的匹配不再建议这一对。` });
        decided();
        return;
      case 'InvalidInput':
        form.setError('reason', { type: 'server' });
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        refuse(result.__typename);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <DecisionDialog
      opened={opened}
      close={close}
      title={t`为什么不采用这一对？`}
      confirmLabel={<Trans>不采用这一对</Trans>}
      busy={fetching}
      onConfirm={send}
      problem={problem}
    >
      {opened ? <WhatIf proposalId={proposal.id} title={<Trans>不采用以后，再做一次匹配会这样安排</Trans>} /> : null}
      <Textarea
        label={t`原因`}
        description={t`写下您知道而系统不知道的事，只有同事看得到。以后的匹配不再建议这一对。`}
        autosize
        minRows={3}
        error={form.formState.errors.reason ? askForWords : undefined}
        {...form.register('reason')}
      />
    </DecisionDialog>
  );
}
