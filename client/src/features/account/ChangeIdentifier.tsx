import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { PasswordInput, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp } from '../factors/index.js';
import styles from './account.module.css';
import { ASK_IDENTIFIER_CHANGE, CONFIRM_IDENTIFIER_CHANGE, MY_ACCOUNT } from './account.operations.js';

/** What one signs in with, and how to change it: the password, then a code that goes to the new number or address. */
export function ChangeIdentifier() {
  const [{ data, error }, load] = useQuery({ query: MY_ACCOUNT });
  const [step, setStep] = useState<'SHOWN' | 'ASKING' | 'CONFIRMING'>('SHOWN');
  const [next, setNext] = useState('');
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={1} />;
  const done = (): void => {
    setStep('SHOWN');
    load({ requestPolicy: 'network-only' });
  };
  return (
    <Card>
      <div className={styles['identifier']}>
        <p>
          <Trans>
            现在用 <strong>{data.myAccount.identifier}</strong> 登录。
          </Trans>
        </p>
        {step === 'SHOWN' ? (
          <div>
            <Button variant="default" onClick={() => setStep('ASKING')}>
              <Trans>换一个手机号或邮箱</Trans>
            </Button>
          </div>
        ) : null}
        {step === 'ASKING' ? (
          <AskForm
            sent={(identifier) => {
              setNext(identifier);
              setStep('CONFIRMING');
            }}
            leave={() => setStep('SHOWN')}
          />
        ) : null}
        {step === 'CONFIRMING' ? <ConfirmForm next={next} done={done} again={() => setStep('ASKING')} /> : null}
      </div>
    </Card>
  );
}

interface Asked {
  readonly identifier: string;
  readonly password: string;
}

function AskForm({ sent, leave }: { readonly sent: (identifier: string) => void; readonly leave: () => void }) {
  const { t } = useLingui();
  const [{ fetching }, ask] = useMutation(ASK_IDENTIFIER_CHANGE);
  const { dialog, through } = useStepUp();
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<Asked>({
    defaultValues: { identifier: '', password: '' },
  });
  const submit = handleSubmit(async (values) => {
    setProblem(null);
    const identifier = values.identifier.trim();
    const { data, error } = await through(
      () => ask({ input: { identifier, password: values.password } }),
      (got) => got.data?.askIdentifierChange,
    );
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.askIdentifierChange;
    switch (result.__typename) {
      case 'CodeAsked':
        return sent(identifier);
      case 'InvalidInput':
        return setError('identifier', { message: t`请填写手机号，或完整的邮箱。` });
      case 'SignInFailed':
        return setError('password', { message: t`现在的密码不对，请再看一看。` });
      case 'StepUpNeeded':
        return setProblem(<Trans>先要确认是您本人，才能继续。</Trans>);
      case 'TooManyAttempts': {
        const minutes = Math.ceil(result.retryAfterSeconds / 60);
        return setProblem(t`试的次数太多了。请过 ${plural(minutes, { other: '# 分钟' })}再试。`);
      }
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>发送验证码</Trans>}
        busy={fetching}
        problem={problem}
        aside={
          <Button variant="subtle" onClick={leave}>
            <Trans>先不换</Trans>
          </Button>
        }
      >
        <TextInput
          label={t`新的手机号或邮箱`}
          inputMode="email"
          autoComplete="off"
          error={formState.errors.identifier?.message}
          {...register('identifier', { required: t`请填写手机号，或完整的邮箱。` })}
        />
        <PasswordInput
          label={t`现在的密码（确认是您本人）`}
          autoComplete="current-password"
          error={formState.errors.password?.message}
          {...register('password', { required: t`请填写现在的密码。` })}
        />
      </Form>
      {dialog}
    </>
  );
}

interface ConfirmFormProps {
  readonly next: string;
  readonly done: () => void;
  readonly again: () => void;
}

function ConfirmForm({ next, done, again }: ConfirmFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, confirm] = useMutation(CONFIRM_IDENTIFIER_CHANGE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<{ code: string }>({ defaultValues: { code: '' } });
  const submit = handleSubmit(async ({ code }) => {
    setProblem(null);
    const { data, error } = await confirm({ input: { code } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.confirmIdentifierChange;
    switch (result.__typename) {
      case 'MyAccount':
        toast({ message: t`换好了。以后请用新的登录，其他设备需要重新登录。` });
        return done();
      case 'CodeWrong':
        return setError('code', { message: t`验证码不对，还可以试 ${plural(result.triesLeft, { other: '# 次' })}。` });
      case 'CodeEnded':
        return setProblem(<Trans>这个验证码已经不能用了。请再发一个。</Trans>);
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>确认更换</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={again}>
          <Trans>再发一个</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`六位验证码`}
        description={t`已经发到 ${next}，10 分钟内有效。没有收到，也可能是它已经用在别的账号上了，可以问问机构。`}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={formState.errors.code?.message}
        {...register('code', { required: t`请填写验证码。` })}
      />
    </Form>
  );
}
