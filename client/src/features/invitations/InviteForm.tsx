import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { INVITE_PERSON } from './invitations.operations.js';
import type { Account } from './account.js';
import type { Sent } from './SentInvitation.js';

interface Values {
  readonly identifier: string;
  readonly locale: 'ZH_CN' | 'EN';
}
export interface InviteFormProps {
  readonly account: Account;
  readonly phone: string | null | undefined;
  /** With the link, where one was made just now. */
  readonly invited: (sent?: Sent) => void;
  readonly leave: () => void;
}

export function InviteForm({ account, phone, invited, leave }: InviteFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const again = account.state === 'INVITED' || account.state === 'INVITATION_EXPIRED';
  const [{ fetching }, invite] = useMutation(INVITE_PERSON);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError, forget } = useKeptForm<Values>({
    draft: `invite.${account.personId}`,
    defaultValues: { identifier: phone ?? '', locale: 'ZH_CN' },
  });
  const submit = handleSubmit(async ({ identifier, locale }) => {
    setProblem(null);
    const { data, error } = await invite({
      input: { personId: account.personId, locale, ...(identifier.trim() && { identifier }) },
    });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.invitePerson;
    switch (result.__typename) {
      case 'InvitationSent':
        forget();
        toast({ message: t`邀请发出去了。` });
        return invited({ path: result.path, expiresAt: result.account.expiresAt });
      case 'InvalidInput':
        return setError('identifier', { message: t`请填写手机号，或完整的邮箱。` });
      case 'IdentifierTaken':
        return setError('identifier', {
          message: t`机构里已经有人用这个号码或邮箱。请换一个，或者问问是不是同一个人。`,
        });
      case 'RoleNotYours':
        return setProblem(
          <Trans>这个人的职责是{i18n._(ROLE_WORDS[result.role])}，要由机构负责人或督导者来邀请。</Trans>,
        );
      case 'AlreadyHasAccount':
      case 'NotFound':
        return invited();
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>发出邀请</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={leave}>
          <Trans>先不发</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`发到哪个手机号或邮箱`}
        description={
          again
            ? t`留空就发到上次的地方。链接七天内有效，密码由本人自己设。`
            : t`链接只能由本人打开，七天内有效；密码由本人自己设。`
        }
        inputMode="email"
        error={formState.errors.identifier?.message}
        {...register('identifier', { required: again ? false : t`请填写手机号，或完整的邮箱。` })}
      />
      <NativeSelect
        label={t`用哪种语言写`}
        data={[
          { value: 'ZH_CN', label: t({ message: '中文', context: 'name of the language, in itself' }), lang: 'zh-CN' },
          { value: 'EN', label: 'English', lang: 'en' },
        ]}
        {...register('locale')}
      />
    </Form>
  );
}
