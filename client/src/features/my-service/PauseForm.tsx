import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { PAUSE_COMPANIONSHIP } from './my-service.operations.js';
import styles from './my-service.module.css';

export interface PauseFormProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly done: () => void;
}

/** Either side may let it rest; the worker tells the child, and takes it up again with both. */
export default function PauseForm({ companionshipId, version, done }: PauseFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, pause] = useMutation(PAUSE_COMPANIONSHIP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ reason: string }>({ draft: `pause.${companionshipId}`, defaultValues: { reason: '' } });

  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    const { data, error } = await pause({ input: { companionshipId, version, reason } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.pauseCompanionship;
    switch (result.__typename) {
      case 'CompanionshipStep':
        form.forget();
        toast({ message: t`先停下来了。社会工作者会告诉孩子，也会和您联系。` });
        done();
        return;
      case 'InvalidInput':
        setProblem(<Trans>请写几个字，让社会工作者知道怎么跟孩子说。</Trans>);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        toast({ tone: 'danger', message: t`这段陪伴刚刚有了变化，已经换成最新的内容，请再看一看。` });
        done();
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <form className={styles['answer']} noValidate onSubmit={(event) => void submit(event)}>
      <Textarea
        label={t`为什么先停一停`}
        description={t`写一句就好，只有社会工作者看得到。您自己先不用跟孩子解释。`}
        rows={3}
        error={form.formState.errors.reason?.message}
        {...form.register('reason', { required: t`请写几个字，让社会工作者知道怎么跟孩子说。` })}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button type="submit" loading={fetching}>
          <Trans>停一停</Trans>
        </Button>
      </div>
    </form>
  );
}
