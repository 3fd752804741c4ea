import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import styles from './sign-in.module.css';

/** For people of a company that signs its own people in: the short code that their company was given. */
export function CompanySignIn() {
  const { t } = useLingui();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const plain = code.trim().toLowerCase();
    setMissing(plain === '');
    if (plain !== '') window.location.assign(`/sso/${encodeURIComponent(plain)}`);
  };
  return (
    <details className={styles['company']}>
      <summary>
        <Trans>用公司账号登录</Trans>
      </summary>
      <form onSubmit={go} noValidate>
        <TextInput
          label={t`公司代码`}
          description={t`机构给公司的网址里最后一段。`}
          autoCapitalize="none"
          autoComplete="organization"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={missing ? t`请写公司代码。` : undefined}
        />
        <Button type="submit" variant="default">
          <Trans>去公司的登录页</Trans>
        </Button>
      </form>
    </details>
  );
}
