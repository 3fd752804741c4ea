import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REQUEST_FILE } from './file-access.operations.js';
import { reasonProblems, type Reason } from './reason-form.js';

const resolver = problemsResolver<Reason>(reasonProblems);

export interface ReasonFormProps {
  readonly childId: string;
  readonly approvalNeeded: boolean;
  readonly reload: () => void;
}

/** Why the file is needed, in a sentence. A second press of the button is the same wish, not another. */
export function ReasonForm({ childId, approvalNeeded, reload }: ReasonFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [requestId] = useState(() => crypto.randomUUID());
  const [{ fetching }, request] = useMutation(REQUEST_FILE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Reason>({ draft: `file.${childId}`, defaultValues: { reason: '' }, resolver });

  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    const { data, error } = await request({ input: { childId, reason, requestId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.requestFileAccess;
    switch (result.__typename) {
      case 'FileAccess':
        form.forget();
        toast({ message: result.state === 'PENDING' ? t`已经请同事决定。` : t`已经打开，理由记下了。` });
        reload();
        return;
      case 'InvalidInput':
        form.setError('reason', { type: 'server' });
        return;
      case 'NotFound':
        setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={approvalNeeded ? <Trans>请同事决定</Trans> : <Trans>写明理由并打开</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`为什么现在需要看`}
        description={t`一句话就好，例如：家访前要和监护人约时间。理由会留在操作记录里。`}
        autosize
        minRows={2}
        error={form.formState.errors.reason ? t`请写一句完整的理由，六个字以上。` : undefined}
        {...form.register('reason')}
      />
    </Form>
  );
}
