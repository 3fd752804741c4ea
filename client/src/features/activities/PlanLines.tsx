import { Trans, useLingui } from '@lingui/react/macro';
import { SKILLS } from '@tongxing/shared/rules';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import type { TypedPlan } from './activity-form.js';
import styles from './activities.module.css';
import { useActivityWords } from './use-activity-words.js';

/** What has to be done on the day and by how many, and what it costs; empty lines count as nothing. */
export function PlanLines({ form }: { readonly form: UseFormReturn<TypedPlan> }) {
  const { t } = useLingui();
  const words = useActivityWords();
  const { control, register, formState } = form;
  const roles = useFieldArray({ control, name: 'roles' });
  const budget = useFieldArray({ control, name: 'budget' });
  const problem = (name: 'roles' | 'budget') => formState.errors[name]?.message;
  return (
    <>
      <FieldGroup label={t`当天需要谁`} description={t`不写的行就空着。`} error={problem('roles')}>
        {roles.fields.map(({ id }, at) => (
          <div key={id} className={styles['row']}>
            <TextInput label={t`做什么（第 ${at + 1} 行）`} maxLength={60} {...register(`roles.${at}.task`)} />
            <TextInput label={t`几个人`} inputMode="numeric" {...register(`roles.${at}.seats`)} />
            <NativeSelect
              label={t`擅长`}
              data={[
                { value: '', label: t`都可以` },
                ...SKILLS.map(({ code }) => ({ value: code, label: words.skill(code) })),
              ]}
              {...register(`roles.${at}.skill`)}
            />
          </div>
        ))}
        <div>
          <Button variant="default" onClick={() => roles.append({ task: '', seats: '1', skill: '' })}>
            <Trans>再加一行</Trans>
          </Button>
        </div>
      </FieldGroup>
      <FieldGroup label={t`预算`} description={t`不写的行就空着。`} error={problem('budget')}>
        {budget.fields.map(({ id }, at) => (
          <div key={id} className={styles['row']}>
            <TextInput label={t`用在哪里（第 ${at + 1} 行）`} maxLength={60} {...register(`budget.${at}.what`)} />
            <TextInput label={t`多少元`} inputMode="decimal" {...register(`budget.${at}.yuan`)} />
            <NativeSelect
              label={t`谁承担`}
              data={[
                { value: 'AGENCY', label: t`机构` },
                { value: 'TEAM', label: t`来的团队` },
              ]}
              {...register(`budget.${at}.payer`)}
            />
          </div>
        ))}
        <div>
          <Button variant="default" onClick={() => budget.append({ what: '', yuan: '', payer: 'AGENCY' })}>
            <Trans>再加一项</Trans>
          </Button>
        </div>
      </FieldGroup>
    </>
  );
}
