import { Trans, useLingui } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { FactorMethod, TypedFactor } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import styles from './factors.module.css';
import { passkeysWork } from './passkeys.js';

/** What came of a try: nothing to say, something about the code, or about the whole. */
export type Outcome = { readonly wrong: string } | { readonly problem: ReactNode } | undefined;

export interface FactorFormProps {
  readonly methods: readonly FactorMethod[];
  readonly submit: (method: TypedFactor, code: string) => Promise<Outcome>;
  /** Asks a passkey to sign. */
  readonly sign: () => Promise<Outcome>;
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  readonly aside?: ReactNode;
}

/** Shows a second factor: a passkey with one press, or what is typed. */
export function FactorForm({ sign, ...props }: FactorFormProps) {
  const typed = props.methods.filter((method) => method !== 'PASSKEY');
  const offered = props.methods.includes('PASSKEY') && passkeysWork();
  return (
    <div className={styles['ways']}>
      {offered ? <PasskeyButton sign={sign} /> : null}
      {typed.length > 0 ? <TypedForm {...props} typed={typed} /> : props.aside}
    </div>
  );
}

function PasskeyButton({ sign }: Pick<FactorFormProps, 'sign'>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const press = async (): Promise<void> => {
    setProblem(null);
    setBusy(true);
    const outcome = await sign();
    setBusy(false);
    if (outcome) setProblem('wrong' in outcome ? outcome.wrong : outcome.problem);
  };
  return (
    <div className={styles['codes']}>
      <div>
        <Button
          size="md"
          loading={busy}
          leftSection={<IconKey size={20} stroke={1.75} aria-hidden />}
          onClick={() => void press()}
        >
          <Trans>用通行密钥</Trans>
        </Button>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}

/** The code of the authenticator app; whoever has not got it at hand takes a recovery code. */
function TypedForm(props: Omit<FactorFormProps, 'sign'> & { readonly typed: readonly TypedFactor[] }) {
  const { typed, submit, submitLabel, busy, aside } = props;
  const { t } = useLingui();
  const [method, setMethod] = useState<TypedFactor>(typed[0] ?? 'RECOVERY_CODE');
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError, reset } = useForm<{ code: string }>({
    defaultValues: { code: '' },
  });
  const other = typed.find((one) => one !== method);
  const change = (next: TypedFactor): void => {
    setProblem(null);
    reset();
    setMethod(next);
  };
  const send = handleSubmit(async ({ code }) => {
    setProblem(null);
    const outcome = await submit(method, code);
    if (!outcome) return;
    if ('wrong' in outcome) setError('code', { message: outcome.wrong }, { shouldFocus: true });
    else setProblem(outcome.problem);
  });
  const beside = (
    <>
      {aside}
      {other ? (
        <Button variant="subtle" onClick={() => change(other)}>
          {other === 'TOTP' ? <Trans>用验证器</Trans> : <Trans>手机不在身边，用恢复码</Trans>}
        </Button>
      ) : null}
    </>
  );
  const field = register('code', { required: t`请填写。` });
  return (
    <Form onSubmit={(event) => void send(event)} submitLabel={submitLabel} busy={busy} problem={problem} aside={beside}>
      {method === 'TOTP' ? (
        <TextInput
          key="TOTP"
          label={t`验证器上的六位数字`}
          description={t`打开手机上的验证器，找到“同行”。数字半分钟换一次，用过的不能再用。`}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          maxLength={12}
          error={formState.errors.code?.message}
          {...field}
        />
      ) : (
        <TextInput
          key="RECOVERY_CODE"
          label={t`恢复码`}
          description={t`设置登录保护时留下的十个里的任意一个，用过的不能再用。`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          maxLength={40}
          error={formState.errors.code?.message}
          {...field}
        />
      )}
    </Form>
  );
}
