import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Checkbox, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DESIGN_YEAR_PLACE } from './company-year.operations.js';
import { DESIGN_MY_YEAR_PLACE } from './own-year.operations.js';
import type { YearPlace } from './use-year-words.js';

const FIELDS = ['taskGoal', 'processGoal', 'childrenPart'] as const;

/** What a day is to be, in the words of both sides; whoever changes them asks the other for a new yes. */
export function DesignForm({
  place,
  side,
  saved,
}: {
  readonly place: YearPlace;
  readonly side: 'team' | 'desk';
  readonly saved: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, save] = useMutation(side === 'team' ? DESIGN_MY_YEAR_PLACE : DESIGN_YEAR_PLACE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { taskGoal, processGoal, childrenPart } = place;
  const form = useKeptForm({
    draft: `year-design.${place.id}.${place.version}`,
    defaultValues: {
      ...{ taskGoal: taskGoal ?? '', processGoal: processGoal ?? '', childrenPart: childrenPart ?? '' },
      agree: side === 'team' ? place.teamYes : place.deskYes,
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await save({ input: { visitId: place.id, version: place.version, ...typed } });
    const outcome = data?.outcome;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    switch (outcome.__typename) {
      case 'CompanyYearVisit':
        form.forget();
        toast({ message: t`记下了，对方也能看到。` });
        return saved();
      case 'InvalidInput':
        for (const field of FIELDS) {
          if (outcome.fields.some((one) => one.field === field)) {
            form.setError(field, { message: t`请写几句话，不要太长。` });
          }
        }
        return;
      case 'YearDayTaken':
        return saved();
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>保存商量的内容</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea label={t`要做成什么`} maxLength={300} error={errors.taskGoal?.message} {...form.register('taskGoal')} />
      <Textarea
        label={t`过程中希望长出什么`}
        maxLength={300}
        error={errors.processGoal?.message}
        {...form.register('processGoal')}
      />
      <Textarea
        label={t`孩子自己做什么、决定什么`}
        maxLength={500}
        error={errors.childrenPart?.message}
        {...form.register('childrenPart')}
      />
      <Checkbox
        label={side === 'team' ? t`我们公司同意这样办` : t`机构同意这样办`}
        description={t`谁再改一个字，两边都要重新同意。`}
        {...form.register('agree')}
      />
    </Form>
  );
}
