import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import type { GuestDay_DayFragment, GuestTasks } from '../../gql/graphql.js';
import { Checkbox, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useLanguageChoice } from '../../ui/shell/use-choices.js';
import { TasksChoice } from './TasksChoice.js';
import { REFUSAL } from './team-day-words.js';
import styles from './team-day.module.css';
import { ASK_FOR_TEAM_DAY } from './team-day.operations.js';

interface Values {
  readonly name: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly tasks: GuestTasks;
  readonly agreed: boolean;
}
interface AskFormProps {
  readonly code: string;
  readonly day: GuestDay_DayFragment;
  /** The own name as the company's directory told it, perhaps not at all; undefined: they did not come from there. */
  readonly fromCompany: string | undefined;
}

/** Somebody without an account: a number to which the way in is sent, and nothing that says who is known already. */
export function AskForm({ code, day, fromCompany }: AskFormProps) {
  const { t, i18n } = useLingui();
  const { locale } = useLanguageChoice();
  const [{ fetching }, ask] = useMutation(ASK_FOR_TEAM_DAY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [asked, setAsked] = useState(false);
  const form = useKeptForm<Values>({
    draft: `team-day.${code}${fromCompany === undefined ? '' : '.company'}`,
    defaultValues: {
      name: fromCompany ?? '',
      phone: '',
      birthDate: '',
      tasks: day.tasks[0] ?? 'WITH_CHILDREN',
      agreed: false,
    },
    secret: ['agreed'],
  });
  const { errors } = form.formState;
  const words: Readonly<Record<string, string>> = {
    name: t`请填写您的姓名，六十个字以内。`,
    phone: t`请填写您自己的手机号。`,
    birthDate: t`请填写您的出生日期；年纪太小的朋友，请大一点再来。`,
    tasks: t`请选一种。`,
  };
  const submit = form.handleSubmit(async ({ name, phone, birthDate, tasks }) => {
    setProblem(null);
    const input = { code, name, phone, birthDate, tasks, locale: toServer(locale) };
    const { data, error } = await ask({ input: { ...input, privacyVersion: LEGAL_VERSIONS.privacy } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const outcome = data.askForTeamDay;
    switch (outcome.__typename) {
      case 'TeamDayAsked':
        form.forget();
        return setAsked(true);
      case 'InvalidInput':
        for (const { field } of outcome.fields) {
          if (field === 'privacy') setProblem(<Trans>隐私说明刚刚有更新。请重新打开这一页，再看一看。</Trans>);
          else form.setError(field as keyof Values, { message: words[field] ?? '' });
        }
        return;
      case 'RosterRefused':
        return setProblem(i18n._(REFUSAL[outcome.why]));
      case 'TooManyAttempts':
        return setProblem(<Trans>这个号码要的次数太多了。请先看看收到的短信，或者过一个小时再试。</Trans>);
      case 'NotFound':
        return setProblem(<Trans>链接刚刚关闭了。请向组织活动的同事要最新的链接。</Trans>);
      default:
        return assertUnreachable(outcome);
    }
  });
  if (asked) {
    return (
      <div role="status" className={styles['fields']}>
        <h2>
          <Trans>请看手机短信</Trans>
        </h2>
        <p>
          <Trans>第一次来：短信里有一个链接，点开设一个密码，就可以接着报名和准备。</Trans>
        </p>
        <p>
          <Trans>
            已经有账号：请直接<Link to="/sign-in?next=/volunteer/team-days">登录</Link>，这一天在那里等您。
          </Trans>
        </p>
      </div>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={fromCompany === undefined ? <Trans>发短信给我</Trans> : <Trans>报名，发短信给我</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Link to={`/sign-in?next=/join-day/${code}`}>
          <Trans>我有账号，去登录</Trans>
        </Link>
      }
    >
      <TextInput
        label={t`姓名`}
        size="md"
        autoComplete="name"
        error={errors.name?.message}
        {...form.register('name', { required: words['name'] ?? '' })}
      />
      <TextInput
        label={t`手机号`}
        size="md"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        error={errors.phone?.message}
        {...form.register('phone', { required: words['phone'] ?? '' })}
      />
      <TextInput
        label={t`出生日期`}
        description={t`给您办当天的保险要用，同事看不到。`}
        size="md"
        type="date"
        autoComplete="bday"
        error={errors.birthDate?.message}
        {...form.register('birthDate', { required: words['birthDate'] ?? '' })}
      />
      <TasksChoice
        day={day}
        chosen={form.watch('tasks')}
        choose={(tasks) => form.setValue('tasks', tasks)}
        name="tasks"
      />
      <Checkbox
        label={
          <Trans>
            我读过并同意
            <a href="/privacy" target="_blank" rel="noreferrer">
              隐私说明
            </a>
            （{LEGAL_VERSIONS.privacy} 版）。
          </Trans>
        }
        error={errors.agreed ? t`请先读一读，同意后再继续。` : undefined}
        {...form.register('agreed', { required: true })}
      />
    </Form>
  );
}
