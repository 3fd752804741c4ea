import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { PasswordInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import type { Outcome } from './FactorForm.js';

export interface PasswordFormProps {
  readonly submit: (password: string) => Promise<Outcome>;
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  readonly aside?: ReactNode;
}

/** Asks for the password in force: an open page alone changes nothing of how its owner comes in. */
export function PasswordForm({ submit, submitLabel, busy, aside }: PasswordFormProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<{ password: string }>({
    defaultValues: { password: '' },
  });
  const send = handleSubmit(async ({ password }) => {
    setProblem(null);
    const outcome = await submit(password);
    if (!outcome) return;
    if ('wrong' in outcome) setError('password', { message: outcome.wrong }, { shouldFocus: true });
    else setProblem(outcome.problem);
  });
  return (
    <Form onSubmit={(event) => void send(event)} submitLabel={submitLabel} busy={busy} problem={problem} aside={aside}>
      <PasswordInput
        label={t`现在的密码`}
        autoComplete="current-password"
        size="md"
        error={formState.errors.password?.message}
        {...register('password', { required: t`请填写现在的密码。` })}
      />
    </Form>
  );
}
