import { Trans, useLingui } from '@lingui/react/macro';
import { IconInbox } from '@tabler/icons-react';
import { ROLE_WORDS } from '../../app/session/roles.js';
import type { Platform } from '../../app/session/session-context.js';
import type { Credentials } from './SignInForm.js';
import styles from './sign-in.module.css';

export interface DemoLoginsProps {
  readonly platform: Platform;
  readonly fill: (credentials: Credentials) => void;
  readonly chosen: string;
}

/** The invented people of the demo agency; one click fills the form. */
export function DemoLogins({ platform, fill, chosen }: DemoLoginsProps) {
  const { t, i18n } = useLingui();
  return (
    <section className={styles['demo']} aria-labelledby="demo-logins">
      <h2 id="demo-logins">
        <Trans>演示账号</Trans>
      </h2>
      <p>
        <Trans>这是演示机构，人和事都是编写的。选一位，账号和密码会填好。</Trans>
      </p>
      <ul>
        {platform.demoLogins.map(({ identifier, password, name, role }) => (
          <li key={identifier}>
            <button
              type="button"
              aria-pressed={chosen === identifier}
              aria-label={t`填入${name}的账号：${i18n._(ROLE_WORDS[role])}`}
              onClick={() => fill({ identifier, password })}
            >
              <strong>{i18n._(ROLE_WORDS[role])}</strong>
              <span>{name}</span>
              <code>{identifier}</code>
            </button>
          </li>
        ))}
      </ul>
      {platform.inboxPath ? (
        <a href={platform.inboxPath} className={styles['inbox']}>
          <IconInbox size={18} stroke={1.75} aria-hidden />
          <Trans>查看演示中发出的邮件和短信</Trans>
        </a>
      ) : null}
    </section>
  );
}
