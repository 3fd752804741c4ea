import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { APPROVE_PLAN } from './companionship.operations.js';
import { PLAN_FIELDS, planInput, planProblems, type PlanField, type PlanValues } from './plan-form.js';
import styles from './companionship.module.css';

export interface PlanFormProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly start: PlanValues;
  readonly reload: () => void;
}

const resolver = problemsResolver<PlanValues>(planProblems);

/** The plan of one companionship; sending it is the worker's approval (H13). */
export function PlanForm({ companionshipId, version, start, reload }: PlanFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, approve] = useMutation(APPROVE_PLAN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<PlanValues>({ draft: `plan.${companionshipId}`, defaultValues: start, resolver });
  const { errors } = form.formState;
  const error = (field: PlanField, words: string): string | undefined => (errors[field] ? words : undefined);

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const { data, error: fault } = await approve({ input: { companionshipId, version, ...planInput(values) } });
    if (!data) {
      setProblem(<RequestFault error={fault} />);
      return;
    }
    const result = data.approvePlan;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`计划已经批准。` });
        reload();
        return;
      case 'InvalidInput': {
        const named = namedFields(PLAN_FIELDS, result.fields);
        for (const field of named) form.setError(field, { type: 'server' });
        if (named.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        return;
      }
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>批准这份计划</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`任务目标`}
        description={t`一起要做成的事，例如：一起读完三本书。`}
        autosize
        minRows={2}
        error={error('taskGoal', t`请写下一起要做成的事。`)}
        {...form.register('taskGoal')}
      />
      <Textarea
        label={t`过程目标`}
        description={t`孩子在过程中可以长出的力量，例如：更愿意说出自己的想法。`}
        autosize
        minRows={2}
        error={error('processGoal', t`请写下孩子在过程中可以长出的力量。`)}
        {...form.register('processGoal')}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t`约好的见面地点`}
          description={t`附近有另一位大人的地方。`}
          error={error('meetingPlace', t`请写下约好的地点。`)}
          {...form.register('meetingPlace')}
        />
        <TextInput
          label={t`每月见面几次`}
          description={t`写一个数字。`}
          inputMode="numeric"
          error={error('contactsPerMonth', t`请写一个数字，从 1 开始。`)}
          {...form.register('contactsPerMonth')}
        />
      </div>
    </Form>
  );
}
