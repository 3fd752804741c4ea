import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { FactorMethod, TypedFactor } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';

/** What came of a try: nothing to say, something about the code, or about the whole. */
export type Outcome = { readonly wrong: string } | { readonly problem: ReactNode } | undefined;

export interface TypedFactorFormProps {
  readonly methods: readonly FactorMethod[];
  readonly submit: (method: TypedFactor, code: string) => Promise<Outcome>;
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  readonly aside?: ReactNode;
}

/** The code of the authenticator app; whoever has not got it at hand takes a recovery code. */
export function TypedFactorForm({ methods, submit, submitLabel, busy, aside }: TypedFactorFormProps) {
  const { t } = useLingui();
  const typed = methods.filter((method) => method !== 'PASSKEY');
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
  const otherWay = other ? (
    <Button variant="subtle" onClick={() => change(other)}>
      {other === 'TOTP' ? <Trans>用验证器</Trans> : <Trans>手机不在身边，用恢复码</Trans>}
    </Button>
  ) : null;
  const beside = (
    <>
      {aside}
      {otherWay}
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
