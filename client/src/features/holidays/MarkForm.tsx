import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { DayMark } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MARK_HOLIDAY } from './holidays.operations.js';

interface Typed {
  readonly day: string;
  readonly mark: DayMark;
  readonly name: string;
}
export interface YearProps {
  readonly year: number;
  readonly saved: () => void;
}

/** One day of the agency's own: off, or worked. */
export function MarkForm({ year, saved }: YearProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, mark] = useMutation(MARK_HOLIDAY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const empty: Typed = { day: '', mark: 'OFF', name: '' };
  const form = useKeptForm<Typed>({ draft: `holiday.${String(year)}`, defaultValues: empty });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const noDay = !typed.day.startsWith(`${String(year)}-`);
    if (noDay) form.setError('day', { message: t`请选 ${year} 年的一天。` });
    if (typed.name.trim() === '') form.setError('name', { message: t`请写是什么日子。` });
    if (noDay || typed.name.trim() === '') return;
    const { data, error } = await mark({ input: typed });
    const outcome = data?.markHoliday;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'InvalidInput') return setProblem(<Trans>没有标上：请看看日子和名字。</Trans>);
    form.forget();
    form.reset(empty);
    toast({ message: t`标上了。` });
    saved();
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>标上</Trans>} busy={fetching} problem={problem}>
      <TextInput
        type="date"
        label={t`哪一天`}
        min={`${String(year)}-01-01`}
        max={`${String(year)}-12-31`}
        error={errors.day?.message}
        {...form.register('day')}
      />
      <NativeSelect
        label={t`放假还是上班`}
        data={[
          { value: 'OFF', label: t`放假` },
          { value: 'WORK', label: t`上班` },
        ]}
        {...form.register('mark')}
      />
      <TextInput
        label={t`是什么日子`}
        description={t`比如“春节”或“机构年会”，不超过 40 个字。`}
        maxLength={40}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name')}
      />
    </Form>
  );
}
