import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, TextInput } from '@mantine/core';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { ANSWERS, type ConsentValues } from './consent-form.js';
import { ANSWER_WORDS } from './consent-words.js';
import styles from './consent.module.css';

/** The child's own answer to this companion, asked in words that the child understands; "no" is a good answer too. */
export function ChildVoiceFields({ form }: { readonly form: UseFormReturn<ConsentValues> }) {
  const { t, i18n } = useLingui();
  const answer = useWatch({ control: form.control, name: 'childAnswer' });
  const { errors } = form.formState;
  return (
    <fieldset className={styles['voice']}>
      <legend>
        <Trans>孩子自己怎么说</Trans>
      </legend>
      <p>
        <Trans>
          请单独问问孩子，用孩子听得懂的话介绍这位陪伴者，并告诉孩子：随时可以说“不”，说了也没有人会不高兴。
        </Trans>
      </p>
      {ANSWERS.map((value) => (
        <Radio key={value} value={value} label={i18n._(ANSWER_WORDS[value])} {...form.register('childAnswer')} />
      ))}
      {answer === 'NOT_ASKED' ? null : (
        <TextInput
          type="date"
          label={t`孩子回答的日期`}
          error={errors.childAnsweredOn ? t`请填写孩子回答的日期，不晚于今天。` : undefined}
          {...form.register('childAnsweredOn')}
        />
      )}
    </fieldset>
  );
}
