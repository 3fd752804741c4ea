import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { assertUnreachable, parseLocalDate } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { END_COMPANIONSHIP } from './companionship.operations.js';

interface Ending {
  readonly reason: string;
  readonly closingTalkOn: string;
}
const resolver = problemsResolver<Ending>(({ reason, closingTalkOn }) => [
  ...(reason.trim() === '' ? (['reason'] as const) : []),
  ...(closingTalkOn === '' || parseLocalDate(closingTalkOn) ? [] : (['closingTalkOn'] as const)),
]);

export interface EndFormProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly reload: () => void;
}

/** Either side can stop at any moment (H26); a good end has a reason and a closing talk. */
export function EndForm({ companionshipId, version, reload }: EndFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, end] = useMutation(END_COMPANIONSHIP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Ending>({
    draft: `end.${companionshipId}`,
    defaultValues: { reason: '', closingTalkOn: '' },
    resolver,
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit(async ({ reason, closingTalkOn }) => {
    setProblem(null);
    const input = { companionshipId, version, reason: reason.trim(), closingTalkOn: closingTalkOn || null };
    const { data, error } = await end({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.endCompanionship;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`这段陪伴已经结束。双方会收到消息。` });
        reload();
        return;
      case 'InvalidInput': {
        const named = namedFields(['reason', 'closingTalkOn'] as const, result.fields);
        for (const field of named) form.setError(field, { type: 'server' });
        if (named.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        return;
      }
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>结束这段陪伴</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`结束的原因`}
        description={t`平实地写，不评价谁。`}
        autosize
        minRows={2}
        error={errors.reason ? t`请写几个字，让以后的同事明白。` : undefined}
        {...form.register('reason')}
      />
      <TextInput
        type="date"
        label={t`告别谈话的日期`}
        description={t`与孩子好好说再见的那一天；还没有谈可以先空着。`}
        error={errors.closingTalkOn ? t`请选一个日子，或者先空着。` : undefined}
        {...form.register('closingTalkOn')}
      />
    </Form>
  );
}
