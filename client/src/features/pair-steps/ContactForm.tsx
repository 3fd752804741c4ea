import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ContactKind } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { RECORD_CONTACT } from './pair-steps.operations.js';
import styles from './pair-steps.module.css';
import type { StepSide } from './StepButtons.js';
import { useHalfWritten } from './use-half-written.js';
import { useStep } from './use-step.js';

interface Contact {
  readonly kind: ContactKind;
  readonly happenedOn: string;
  readonly note: string;
  /** Kept with the words: a retry from another tab writes nothing twice. */
  readonly requestId: string;
}
export interface ContactFormProps {
  readonly companionshipId: string;
  readonly side: StepSide;
  readonly done: () => void;
}

/** A contact that was made, or only attempted: the two are told apart, and both are worth writing down. */
export default function ContactForm({ companionshipId, side, done }: ContactFormProps) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ fetching }, record] = useMutation(RECORD_CONTACT);
  const [requestId] = useState(newRequestId);
  const draft = `contact.${companionshipId}`;
  const form = useKeptForm<Contact>({
    draft,
    defaultValues: { kind: 'MADE', happenedOn: today, note: '', requestId },
  });
  const onDevice = useHalfWritten(form, draft);
  const forget = (): void => {
    form.forget();
    onDevice.forget();
  };
  const own = side === 'COMPANION';
  const words = {
    taken: own ? t`记下了，谢谢您。` : t`记下了这次联系。`,
    invalid: <Trans>请看看日期：不能晚于今天，也不能早于开始的那天。话请写在五百字以内。</Trans>,
  };
  const { problem, settle } = useStep(words, forget, done);
  const submit = form.handleSubmit(async (contact) => {
    const { data, error } = await record({ input: { companionshipId, ...contact } });
    settle({ error, outcome: data?.recordContact });
  });

  return (
    <div className={styles['step']}>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>记下来</Trans>}
        busy={fetching}
        problem={problem}
      >
        <FieldGroup label={own ? t`联系上了吗？` : t`志愿者和孩子联系上了吗？`}>
          <Radio label={t`见到了或聊过了`} value="MADE" {...form.register('kind')} />
          <Radio label={t`联系了，没有联系上`} value="ATTEMPTED" {...form.register('kind')} />
        </FieldGroup>
        <TextInput
          type="date"
          label={t`哪一天`}
          max={today}
          error={form.formState.errors.happenedOn ? t`请选一个日子。` : undefined}
          {...form.register('happenedOn', { required: true })}
        />
        <Textarea
          label={t`想记一句的话`}
          description={
            own
              ? t`可以空着。只写一起做了什么，不写孩子的真名、学校和住址。`
              : t`可以空着。志愿者在手机上也看得到，不写孩子的真名、学校和住址。`
          }
          rows={2}
          {...form.register('note')}
        />
      </Form>
    </div>
  );
}
