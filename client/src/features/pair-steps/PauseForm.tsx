import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { PAUSE_COMPANIONSHIP } from './pair-steps.operations.js';
import styles from './pair-steps.module.css';
import type { StepSide } from './StepButtons.js';
import { useStep } from './use-step.js';

export interface PauseFormProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly side: StepSide;
  readonly done: () => void;
}

/** Either side may let it rest; the worker tells the child, and takes it up again with both. */
export default function PauseForm({ companionshipId, version, side, done }: PauseFormProps) {
  const { t } = useLingui();
  const [{ fetching }, pause] = useMutation(PAUSE_COMPANIONSHIP);
  const form = useKeptForm<{ reason: string }>({ draft: `pause.${companionshipId}`, defaultValues: { reason: '' } });
  const own = side === 'COMPANION';
  const missing = own ? t`请写几个字，让社会工作者知道怎么跟孩子说。` : t`请写几个字，让以后的同事明白。`;
  const words = {
    taken: own
      ? t`先停下来了。社会工作者会告诉孩子，也会和您联系。`
      : t`先停下来了。志愿者会收到消息，请告诉孩子和家人。`,
    invalid: missing,
  };
  const { problem, settle } = useStep(words, form.forget, done);
  const submit = form.handleSubmit(async ({ reason }) => {
    const { data, error } = await pause({ input: { companionshipId, version, reason } });
    settle({ error, outcome: data?.pauseCompanionship });
  });

  return (
    <div className={styles['step']}>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>停一停</Trans>}
        busy={fetching}
        problem={problem}
      >
        <Textarea
          label={t`为什么先停一停`}
          description={
            own
              ? t`写一句就好，只有社会工作者看得到。您自己先不用跟孩子解释。`
              : t`平实地写，不评价谁。志愿者和家庭看不到这些字。`
          }
          rows={3}
          error={form.formState.errors.reason?.message}
          {...form.register('reason', { required: missing })}
        />
      </Form>
    </div>
  );
}
