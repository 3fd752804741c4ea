import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import type { MyTeamDays_AllFragment } from '../../gql/graphql.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useLanguageChoice } from '../../ui/shell/use-choices.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REFUSAL } from './team-day-words.js';
import styles from './team-day.module.css';
import { SIGN_DAY_AGREEMENT } from './team-day.operations.js';

interface SignDayProps {
  readonly own: MyTeamDays_AllFragment['days'][number];
  readonly ownName: string;
  readonly reload: () => void;
}

/** The short agreement: read whole, signed with the own name. */
export function SignDay({ own, ownName, reload }: SignDayProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { locale } = useLanguageChoice();
  const [{ fetching }, sign] = useMutation(SIGN_DAY_AGREEMENT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ readonly name: string }>({
    draft: `day-agreement.${own.id}`,
    defaultValues: { name: '' },
  });
  const text = locale === 'en' ? own.agreement.en : own.agreement.zh;
  const submit = form.handleSubmit(async ({ name }) => {
    setProblem(null);
    const { data, error } = await sign({ input: { dayId: own.id, name, language: toServer(locale), text } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const outcome = data.signDayAgreement;
    switch (outcome.__typename) {
      case 'MyTeamDays':
        form.forget();
        toast({ message: t`签好了。` });
        return reload();
      case 'InvalidInput':
        if (outcome.fields.some(({ field }) => field === 'name')) {
          return form.setError('name', { message: t`请写您登记的姓名：${ownName}` });
        }
        return setProblem(<Trans>协议刚刚有更新。请刷新页面，再读一遍。</Trans>);
      case 'RosterRefused':
        return setProblem(i18n._(REFUSAL[outcome.why]));
      case 'NotFound':
        return setProblem(<Trans>这一天已经不在您的名单里。请刷新页面看一看。</Trans>);
      default:
        return assertUnreachable(outcome);
    }
  });
  return (
    <div className={styles['fields']}>
      <h3>
        <Trans>签当天的协议</Trans>
      </h3>
      <div className={styles['paper']}>
        {text.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>同意并签名</Trans>}
        busy={fetching}
        problem={problem}
      >
        <TextInput
          label={t`写下您的姓名，就是签名`}
          size="md"
          autoComplete="name"
          error={form.formState.errors.name?.message}
          {...form.register('name', { required: t`请写您登记的姓名：${ownName}` })}
        />
      </Form>
    </div>
  );
}
