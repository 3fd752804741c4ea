import { Trans, useLingui } from '@lingui/react/macro';
import { CREDIT_REFUSALS, LONGEST_CREDIT_WORDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { CreditRefusal } from '../../gql/graphql.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { NOT_THIS_TIME } from './credit-words.js';
import { DECIDE_CREDIT } from './credit.operations.js';
import { REFUSAL } from './training-words.js';

interface Typed {
  readonly answer: '' | 'COUNTS' | CreditRefusal;
  readonly words: string;
}

/** Whether it counts, and what the one who asked will read. */
export function DecideCredit({ creditId, reload }: { readonly creditId: string; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, decide] = useMutation(DECIDE_CREDIT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({ draft: `training.credit.${creditId}`, defaultValues: { answer: '', words: '' } });
  const { register, handleSubmit, forget, formState } = form;
  const submit = handleSubmit(async ({ answer, words }) => {
    setProblem(null);
    const refusedFor = CREDIT_REFUSALS.find((known) => known === answer) ?? null;
    const { data, error } = await decide({ input: { creditId, refusedFor, words } });
    const result = data?.decideTrainingCredit;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'CreditsToDecide':
        forget();
        toast({ message: refusedFor ? t`记下了，会好好告诉对方可以怎么做。` : t`记下了，从现在起算数。` });
        return reload();
      case 'TrainingRefused':
        return setProblem(i18n._(REFUSAL[result.why]));
      case 'InvalidInput':
        return setProblem(<Trans>写给对方的话最多三百字。</Trans>);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下决定</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`看过证明，我的决定`}
        data={[
          { value: '', label: t`请选一个` },
          { value: 'COUNTS', label: t`算数，从学完那天起` },
          ...CREDIT_REFUSALS.map((code) => {
            const why = i18n._(NOT_THIS_TIME[code]);
            return { value: code, label: t`这一次不算：${why}` };
          }),
        ]}
        error={formState.errors.answer ? t`请选一个。` : undefined}
        {...register('answer', { required: true })}
      />
      <Textarea
        label={t`写给对方的话（可以不写）`}
        description={t`不算的时候，对方会先读到感谢，再读到可以怎么做。`}
        rows={2}
        maxLength={LONGEST_CREDIT_WORDS}
        {...register('words')}
      />
    </Form>
  );
}
