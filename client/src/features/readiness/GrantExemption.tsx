import { Trans, useLingui } from '@lingui/react/macro';
import { addDays, localDate } from '@tongxing/shared/kernel';
import { REASONS_OF, type Exemptable, type ExemptionReason } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useMutation } from 'urql';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REQUIREMENT_WORDS } from './eligibility-words.js';
import { EXEMPTION_REFUSALS, EXEMPTION_WORDS } from './exemption-words.js';
import { GRANT_EXEMPTION } from './readiness-summary.operations.js';

interface GrantExemptionProps {
  readonly volunteerId: string;
  /** What is missing or over, and may be done without. */
  readonly open: readonly Exemptable[];
  readonly today: string;
  readonly reload: () => void;
}
interface Typed {
  readonly requirement: Exemptable;
  readonly reason: ExemptionReason | '';
  readonly until: string;
}

const USUAL_DAYS = 30;

/** A director answers for it: without which paper, why, and until when. */
export function GrantExemption({ volunteerId, open, today, reload }: GrantExemptionProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, grant] = useMutation(GRANT_EXEMPTION);
  const [problem, setProblem] = useState<ReactNode>(null);
  const until = addDays(localDate(today), USUAL_DAYS);
  const form = useForm<Typed>({ defaultValues: { requirement: open[0] ?? 'TRAINING', reason: '', until } });
  const { errors } = form.formState;
  const requirement = useWatch({ control: form.control, name: 'requirement' });
  const dayWords: Readonly<Record<string, string>> = {
    IN_THE_PAST: t`请写今天或以后的日子。`,
    TOO_LATE: t`超过了机构设置的最长期限，请写近一些的日子。`,
    RECORDED_ALREADY: t`已经有一项豁免到这一天，或更晚。`,
  };

  const submit = form.handleSubmit(async ({ reason, ...typed }) => {
    setProblem(null);
    if (reason === '') return;
    const { data, error } = await grant({ input: { ...typed, reason, volunteerId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const answer = data.grantExemption;
    switch (answer.__typename) {
      case 'Volunteer':
        toast({ message: t`已经豁免，从今天起算数。` });
        return reload();
      case 'FactRefused':
        return setProblem(i18n._(EXEMPTION_REFUSALS[answer.why]));
      case 'InvalidInput':
        return form.setError('until', { message: dayWords[answer.fields[0]?.code ?? ''] ?? t`请看一看这个日子。` });
      case 'NotFound':
        return setProblem(<CommonRefusal kind={answer.__typename} reload={reload} />);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>批准这项豁免</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`免去哪一项`}
        data={open.map((one) => ({ value: one, label: i18n._(REQUIREMENT_WORDS[one]) }))}
        {...form.register('requirement', { onChange: () => form.setValue('reason', '') })}
      />
      <NativeSelect
        label={t`为什么可以先免去`}
        data={[
          { value: '', label: t`请选一个` },
          ...REASONS_OF[requirement].map((one) => ({ value: one, label: i18n._(EXEMPTION_WORDS[one]) })),
        ]}
        error={errors.reason?.message}
        {...form.register('reason', { required: t`请选一个原因。` })}
      />
      <TextInput
        type="date"
        label={t`到哪一天为止`}
        min={today}
        error={errors.until?.message}
        {...form.register('until', { validate: (day) => day >= today || (dayWords['IN_THE_PAST'] ?? '') })}
      />
    </Form>
  );
}
