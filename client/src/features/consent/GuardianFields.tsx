import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { METHODS, type ConsentField, type ConsentValues } from './consent-form.js';
import { METHOD_WORDS } from './consent-words.js';
import styles from './consent.module.css';

/** Who agreed, how, and for how long. */
export function GuardianFields({ form }: { readonly form: UseFormReturn<ConsentValues> }) {
  const { t, i18n } = useLingui();
  const method = useWatch({ control: form.control, name: 'method' });
  const { errors } = form.formState;
  const error = (field: ConsentField, words: string): string | undefined => (errors[field] ? words : undefined);
  return (
    <>
      <div className={styles['pair']}>
        <TextInput
          label={t`监护人姓名`}
          error={error('guardianName', t`请填写监护人的姓名。`)}
          {...form.register('guardianName')}
        />
        <TextInput
          label={t`与孩子的关系`}
          description={t`例如：妈妈、爷爷`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={error('relation', t`请填写与孩子的关系。`)}
          {...form.register('relation')}
        />
        <NativeSelect
          label={t`怎样同意的`}
          data={METHODS.map((value) => ({ value, label: i18n._(METHOD_WORDS[value]) }))}
          {...form.register('method')}
        />
        {method === 'WITNESSED' ? (
          <TextInput
            label={t`见证人姓名`}
            error={error('witnessName', t`口头同意时，请写下在场见证人的姓名。`)}
            {...form.register('witnessName')}
          />
        ) : null}
      </div>
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`服务协议签署日期`}
          error={error('serviceAgreementSignedOn', t`请填写签署日期，不晚于今天。没有协议就不能开始服务。`)}
          {...form.register('serviceAgreementSignedOn')}
        />
        <TextInput
          type="date"
          label={t`同意的日期`}
          error={error('givenOn', t`请填写同意的日期，不晚于今天。`)}
          {...form.register('givenOn')}
        />
        <TextInput
          type="date"
          label={t`同意到哪一天为止`}
          error={error('validUntil', t`请填写期限，要晚于同意的日期，也不能超过机构规定的长度。`)}
          {...form.register('validUntil')}
        />
      </div>
    </>
  );
}
