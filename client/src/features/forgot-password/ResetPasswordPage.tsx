import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { SECOND_STEP } from '../../app/session/face-path.js';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { LinkButton } from '../../ui/button/Button.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PASSWORD_LINK_OPENS, RESET_PASSWORD_BY_LINK } from './forgot-password.operations.js';
import { NewPasswordField } from './NewPasswordField.js';
import { useEntered } from './use-entered.js';

/** Behind the link of the mail. */
export default function ResetPasswordPage() {
  const { t } = useLingui();
  const { token = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: PASSWORD_LINK_OPENS, variables: { token } });
  const [ended, setEnded] = useState(false);
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={3} />;
  if (ended || !data.passwordLinkOpens) return <LinkEnded />;
  return (
    <Page title={t`设一个新密码`} width="narrow" lead={<Trans>设好以后直接登录，其他设备都会退出。</Trans>}>
      <Card>
        <PasswordForm token={token} ended={() => setEnded(true)} />
      </Card>
    </Page>
  );
}

function PasswordForm({ token, ended }: { readonly token: string; readonly ended: () => void }) {
  const entered = useEntered();
  const navigate = useNavigate();
  const [{ fetching }, reset] = useMutation(RESET_PASSWORD_BY_LINK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<{ password: string }>({
    defaultValues: { password: '' },
  });
  const submit = handleSubmit(async ({ password }) => {
    setProblem(null);
    const { data, error } = await reset({ input: { token, password } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.resetPasswordByLink;
    switch (result.__typename) {
      case 'Viewer':
        return entered();
      case 'SecondFactorNeeded':
        return navigate(SECOND_STEP, { replace: true });
      case 'CodeEnded':
      case 'CodeWrong':
        return ended();
      case 'InvalidInput':
        return setError('password', { type: 'server' });
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>设好新密码并登录</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NewPasswordField
        registered={register('password', { required: true, minLength: PASSWORD_MIN })}
        wrong={formState.errors.password !== undefined}
      />
    </Form>
  );
}

function LinkEnded() {
  return (
    <EmptyState
      heading="h1"
      drawing={<PathsApart />}
      title={<Trans>这个链接已经不能用了</Trans>}
      action={
        <LinkButton to="/forgot">
          <Trans>再要一个链接</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>链接只能用一次，一小时后失效。原来的密码还记得的话，照常登录就好。</Trans>
      </p>
    </EmptyState>
  );
}
