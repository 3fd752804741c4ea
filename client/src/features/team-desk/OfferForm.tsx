import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import {
  TERM_NUMBERS,
  termsFaults,
  toTermsInput,
  typedTerms,
  type TermNumber,
  type Terms,
  type TermsField,
  type TypedTerms,
} from './offer-form.js';
import { SAVE_OFFER } from './team-desk.operations.js';
import styles from './team-desk.module.css';

export interface OfferFormProps {
  readonly activityId: string;
  readonly terms: Terms;
  readonly saved: () => void;
}

/** On which terms teams may come to this activity; the agency's usual numbers stand there to begin with. */
export function OfferForm({ activityId, terms, saved }: OfferFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useNumberWords();
  const [{ fetching }, save] = useMutation(SAVE_OFFER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { version } = terms;
  const form = useKeptForm<TypedTerms>({
    draft: `team-offer.${activityId}.${version}`,
    defaultValues: typedTerms(terms),
  });
  const { errors } = form.formState;
  const range = (field: TermNumber): string => {
    const [, least, most] = TERM_NUMBERS.find(([name]) => name === field) ?? [field, 0, 0];
    return t`请写 ${least} 到 ${most} 的整数。`;
  };
  const fault = (field: TermsField): string => {
    if (field === 'otherTasks') return t`请写下是什么事情，不超过 300 个字。`;
    if (field === 'costLines') return t`每一行都写用在哪里和多少元，最多 20 行。`;
    return field === 'hasOtherTasks' ? '' : range(field);
  };
  const name = (fields: readonly TermsField[]): void => {
    for (const field of fields) form.setError(field, { message: fault(field) });
    const [first] = fields;
    if (first && first !== 'costLines') form.setFocus(first);
  };
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const faults = termsFaults(typed);
    if (faults.length > 0) return name(faults);
    const { data, error } = await save({ input: { activityId, version, ...toTermsInput(typed) } });
    const outcome = data?.saveTeamOffer;
    switch (outcome?.__typename) {
      case 'TeamOffer':
        form.forget();
        toast({ message: version === 0 ? t`团队现在可以来约这一天了。` : t`条件改好了。已经约好的不变。` });
        return saved();
      case 'InvalidInput':
        return name(namedFields([...TERM_NUMBERS.map(([field]) => field), 'otherTasks', 'costLines'], outcome.fields));
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  const other = form.watch('hasOtherTasks');
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={version === 0 ? <Trans>让团队来约</Trans> : <Trans>保存条件</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        {TERM_NUMBERS.map(([field]) => (
          <TextInput
            key={field}
            label={words[field].label}
            description={words[field].about}
            inputMode="numeric"
            autoComplete="off"
            error={errors[field]?.message}
            {...form.register(field)}
          />
        ))}
      </div>
      <Checkbox label={t`也有不接触孩子的任务`} {...form.register('hasOtherTasks')} />
      {other ? (
        <Textarea
          label={t`是什么事情`}
          description={t`没有办好记录查询的人，这一天做这些。`}
          maxLength={300}
          error={errors.otherTasks?.message}
          {...form.register('otherTasks')}
        />
      ) : null}
      <CostLines form={form} />
    </Form>
  );
}

function CostLines({ form }: { readonly form: UseFormReturn<TypedTerms> }) {
  const { t } = useLingui();
  const { fields, append } = useFieldArray({ control: form.control, name: 'costLines' });
  return (
    <FieldGroup
      label={t`团队承担的费用`}
      description={t`不写的行就空着。团队约的时候看到的，就是约好的。`}
      error={form.formState.errors.costLines?.message}
    >
      {fields.map(({ id }, at) => (
        <div key={id} className={styles['row']}>
          <TextInput label={t`用在哪里（第 ${at + 1} 行）`} maxLength={60} {...form.register(`costLines.${at}.what`)} />
          <TextInput label={t`多少元`} inputMode="decimal" {...form.register(`costLines.${at}.yuan`)} />
          <NativeSelect
            label={t`怎么算`}
            data={[
              { value: 'GUEST', label: t`每个人` },
              { value: 'DAY', label: t`一天一次` },
            ]}
            {...form.register(`costLines.${at}.per`)}
          />
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => append({ what: '', yuan: '', per: 'GUEST' })}>
          <Trans>再加一项</Trans>
        </Button>
      </div>
    </FieldGroup>
  );
}

function useNumberWords(): Readonly<Record<TermNumber, { readonly label: string; readonly about: string }>> {
  const { t } = useLingui();
  return {
    guestsPerWorker: { label: t`一位同事最多带几位来访的人`, about: t`负责这个活动的同事，一人带这么多。` },
    guestsPerChild: { label: t`每个孩子最多配几位来访的人`, about: t`写 0 就是这天不接触孩子。` },
    visitsPerMonth: {
      label: t`这组孩子一个月最多有几天见团队`,
      about: t`到了这个数，当月别的日子只做不接触孩子的事。`,
    },
    checkLeadDays: { label: t`记录查询要等几天`, about: t`来不及的日子，只能约不接触孩子的任务。` },
    cutOffDays: { label: t`提前几天手续要齐`, about: t`到这一天为止可以换人、改人数。` },
    noticeDays: { label: t`提前几天还能自己取消`, about: t`再晚，团队要先打电话来商量。` },
  };
}
