import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { toServer } from '../../app/i18n/locale.js';
import { pathOfFace, SECOND_STEP } from '../../app/session/face-path.js';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { useSession } from '../../app/session/session-context.js';
import { Checkbox, NativeSelect, PasswordInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useLanguageChoice } from '../../ui/shell/use-choices.js';
import { ACCEPT_INVITATION } from './join.operations.js';
import type { Invitation, Outcome } from './invitation.js';

interface Values {
  readonly password: string;
  readonly agreed: boolean;
}
interface JoinFormProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly over: (outcome: Outcome) => void;
}

export function JoinForm({ token, invitation, over }: JoinFormProps) {
  const { t } = useLingui();
  const { reload } = useSession();
  const navigate = useNavigate();
  const language = useLanguageChoice();
  const [{ fetching }, accept] = useMutation(ACCEPT_INVITATION);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<Values>({
    defaultValues: { password: '', agreed: false },
  });
  const { hasAccount, identifierHint } = invitation;
  const { privacy, terms } = LEGAL_VERSIONS;

  const submit = handleSubmit(async ({ password }) => {
    setProblem(null);
    const locale = toServer(language.locale);
    const input = { token, password, locale, privacyVersion: privacy, termsVersion: terms };
    const { data, error } = await accept({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.acceptInvitation;
    switch (result.__typename) {
      case 'Viewer':
        await reload();
        return navigate(pathOfFace(result.face), { replace: true });
      case 'SecondFactorNeeded':
        return navigate(SECOND_STEP, { replace: true });
      case 'AccountOpensLater':
        return over({ kind: 'LATER', opensOn: result.opensOn });
      case 'InvitationEnded':
        return over({ kind: 'ENDED' });
      case 'SignInFailed':
        return setError('password', { message: t`密码不对，请再看一看。` });
      case 'TooManyAttempts': {
        const minutes = Math.ceil(result.retryAfterSeconds / 60);
        return setProblem(t`试的次数太多了。请过 ${plural(minutes, { other: '# 分钟' })}再试。`);
      }
      case 'InvalidInput':
        if (result.fields.some(({ code }) => code === 'TEXT_CHANGED')) {
          return setProblem(<Trans>隐私说明或使用约定刚刚有更新。请重新打开这一页，再看一看。</Trans>);
        }
        return setError('password', { message: t`请用至少 ${PASSWORD_MIN} 个字符。` });
      default:
        return assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={hasAccount ? <Trans>登录并加入</Trans> : <Trans>开通账号</Trans>}
      busy={fetching}
      problem={problem}
      aside={hasAccount ? <Link to="/forgot">{t`忘记密码`}</Link> : null}
    >
      <NativeSelect
        label={t`语言`}
        size="md"
        value={language.locale}
        onChange={(event) => void language.choose(event.currentTarget.value === 'en' ? 'en' : 'zh-CN')}
        data={[
          { value: 'zh-CN', label: language.names['zh-CN'], lang: 'zh-CN' },
          { value: 'en', label: language.names.en, lang: 'en' },
        ]}
      />
      {/* So that password managers know whose password this is. */}
      <input type="text" autoComplete="username" value={identifierHint} readOnly hidden />
      <PasswordInput
        label={hasAccount ? t`您账号的密码` : t`给自己设一个密码`}
        description={hasAccount ? undefined : t`至少 ${PASSWORD_MIN} 个字符。一句您记得住的话就很好。`}
        size="md"
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        error={formState.errors.password?.message}
        {...register('password', {
          required: t`请填写密码。`,
          ...(hasAccount ? {} : { minLength: { value: PASSWORD_MIN, message: t`请用至少 ${PASSWORD_MIN} 个字符。` } }),
        })}
      />
      <Checkbox
        label={
          <Trans>
            我读过并同意
            <a href="/privacy" target="_blank" rel="noreferrer">
              隐私说明
            </a>
            （{privacy} 版）和
            <a href="/terms" target="_blank" rel="noreferrer">
              使用约定
            </a>
            （{terms} 版）。
          </Trans>
        }
        error={formState.errors.agreed ? t`请先读一读，同意后再继续。` : undefined}
        {...register('agreed', { required: true })}
      />
    </Form>
  );
}
