import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { INVITE_COORDINATOR } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import type { Team } from './TeamForm.js';

interface Values {
  readonly name: string;
  readonly identifier: string;
  readonly locale: 'ZH_CN' | 'EN';
}
const FIELDS = ['name', 'identifier'] as const;

/** Somebody new: the link to an account of their own goes out at once, and they book from the first sign-in on. */
export function InviteCoordinator({ team, invited }: { readonly team: Team; readonly invited: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const may = useMay();
  const [{ fetching }, invite] = useMutation(INVITE_COORDINATOR);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Values>({
    draft: `team.invite.${team.id}`,
    defaultValues: { name: '', identifier: '', locale: 'ZH_CN' },
  });
  const { errors } = form.formState;
  const faults = {
    name: t`请填写姓名，不超过 120 个字。`,
    identifier: t`请填写手机号，或完整的邮箱。`,
  };
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await invite({ input: { teamId: team.id, ...typed } });
    const outcome = data?.inviteTeamCoordinator;
    switch (outcome?.__typename) {
      case 'VolunteerTeam':
        form.forget();
        form.reset({ name: '', identifier: '', locale: 'ZH_CN' });
        toast({ message: t`邀请发出去了。` });
        return invited();
      case 'InvalidInput':
        for (const field of namedFields(FIELDS, outcome.fields)) form.setError(field, { message: faults[field] });
        return;
      case 'CannotInvite':
        return outcome.code === 'IDENTIFIER_TAKEN'
          ? form.setError('identifier', {
              message: t`机构里已经有人用这个号码或邮箱。本人已经是联系人的话，请在上面选。`,
            })
          : setProblem(<Trans>联系人的账号由机构负责人来给。请把姓名和号码告诉负责人，请负责人邀请。</Trans>);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={invited} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  if (!may('staff.change')) {
    return (
      <p className={styles['quiet']}>
        <Trans>联系人的账号由机构负责人来给。请把姓名和号码告诉负责人，请负责人邀请。</Trans>
      </p>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>发出邀请</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput
          label={t`联系人的姓名`}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', { required: faults.name })}
        />
        <TextInput
          label={t`发到哪个手机号或邮箱`}
          description={t`链接只能由本人打开，七天内有效；密码由本人自己设。`}
          inputMode="email"
          autoComplete="off"
          error={errors.identifier?.message}
          {...form.register('identifier', { required: faults.identifier })}
        />
        <NativeSelect
          label={t`用哪种语言写`}
          data={[
            {
              value: 'ZH_CN',
              label: t({ message: '中文', context: 'name of the language, in itself' }),
              lang: 'zh-CN',
            },
            { value: 'EN', label: 'English', lang: 'en' },
          ]}
          {...form.register('locale')}
        />
      </div>
    </Form>
  );
}
