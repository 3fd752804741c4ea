import { Trans } from '@lingui/react/macro';
import type { FormEventHandler, ReactNode } from 'react';
import { Button } from '../button/Button.js';
import styles from './form.module.css';

export interface FormProps {
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
  /** A verb that says what happens: 登录, 建立机构. */
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  /** A refusal or fault of the whole form; what was typed stays. */
  readonly problem?: ReactNode;
  readonly aside?: ReactNode;
}

export function Form({ onSubmit, children, submitLabel, busy, problem, aside }: FormProps) {
  return (
    <form className={styles['form']} onSubmit={onSubmit} noValidate>
      {children}
      {problem ? (
        <div role="alert" className={styles['problem']}>
          {problem}
        </div>
      ) : null}
      <div className={styles['actions']}>
        <Button type="submit" loading={busy} size="md">
          {submitLabel}
        </Button>
        {aside}
      </div>
    </form>
  );
}

/** The words of a request that failed inside a form: nothing typed is lost. */
export function FormFault({ reference }: { readonly reference?: string | undefined }) {
  return (
    <p>
      <Trans>没有发送成功。您填写的内容都还在，请检查网络后再试一次。</Trans>
      {reference ? (
        <>
          {' '}
          <Trans>编号：{reference}</Trans>
        </>
      ) : null}
    </p>
  );
}
