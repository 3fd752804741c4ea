import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { ApplicationAskAnswer } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { ANSWER } from './applying.operations.js';
import type { AnswerProps } from './Asked.js';
import styles from './applying.module.css';

interface Said {
  readonly answer: ApplicationAskAnswer | '';
  readonly words: string;
  readonly name: string;
}

/** A few honest words, once; the applicant does not read them. */
export function ReferenceAnswer({ code, ask, reload }: AnswerProps) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [{ fetching }, send] = useMutation(ANSWER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Said>({
    draft: `apply.reference.${code}`,
    defaultValues: { answer: '', words: '', name: ask.contactName },
  });
  const { register, handleSubmit, formState } = form;
  const { errors } = formState;
  const { applicantName, agencyName } = ask;
  if (ask.answer) {
    return (
      <p role="status">
        <Trans>收到了，谢谢您花时间。您说的只有{agencyName}负责的同事看得到。</Trans>
      </p>
    );
  }
  const submit = handleSubmit(async ({ answer, words, name }) => {
    setProblem(null);
    if (answer === '') return;
    const { data, error } = await send({ input: { code, locale: toServer(locale), answer, words, name } });
    const result = data?.answerApplicationAsk;
    if (!result) return setProblem(<RequestFault error={error} />);
    if (result.__typename === 'InvalidInput') {
      return setProblem(<Trans>请看看姓名和您写的话，一千字以内，再按一次。</Trans>);
    }
    form.forget();
    reload();
  });
  return (
    <div className={styles['fields']}>
      <p>
        <Trans>
          {applicantName}报名在{agencyName}陪伴孩子，说您认识他或她。为了孩子们的安全，我们想听听您怎么看。照实说就好，
          {applicantName}看不到您写的。
        </Trans>
      </p>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>送出</Trans>}
        busy={fetching}
        problem={problem}
      >
        <FieldGroup label={t`您放心让${applicantName}陪伴孩子吗？`} error={errors.answer ? t`请选一个。` : undefined}>
          <Radio value="YES" label={t`放心`} {...register('answer', { required: true })} />
          <Radio value="WITH_CARE" label={t`有一些想提醒的`} {...register('answer', { required: true })} />
          <Radio value="NO" label={t`不放心`} {...register('answer', { required: true })} />
        </FieldGroup>
        <Textarea
          label={t`认识多久了，是个怎样的人`}
          size="md"
          rows={5}
          maxLength={1000}
          error={errors.words ? t`请写几句。` : undefined}
          {...register('words', { validate: (text) => text.trim() !== '' })}
        />
        <TextInput
          label={t`您的姓名`}
          size="md"
          autoComplete="name"
          maxLength={60}
          error={errors.name ? t`请写上姓名。` : undefined}
          {...register('name', { validate: (text) => text.trim() !== '' })}
        />
      </Form>
    </div>
  );
}
