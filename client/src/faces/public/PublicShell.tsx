import { Trans, useLingui } from '@lingui/react/macro';
import { IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession } from '../../app/session/session-context.js';
import { Mark } from '../../ui/mark/Mark.js';
import { LanguageSwitch } from '../../ui/shell/LanguageSwitch.js';
import { MAIN_ID, SkipLink } from '../../ui/shell/SkipLink.js';
import { useSchemeChoice } from '../../ui/shell/use-choices.js';
import styles from './public.module.css';

export function PublicShell({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const session = useSession();
  const scheme = useSchemeChoice();
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  const SchemeIcon = scheme.dark ? IconSun : IconMoon;
  return (
    <div className={styles['shell']}>
      <SkipLink />
      <header className={styles['head']} data-print="no">
        <Link to="/" className={styles['home']}>
          <Mark size={28} />
          <strong>
            <Trans>同行</Trans>
          </strong>
        </Link>
        <div className={styles['headActions']}>
          <button
            type="button"
            className={styles['iconButton']}
            aria-label={scheme.dark ? t`换成浅色` : t`换成深色`}
            onClick={scheme.toggle}
          >
            <SchemeIcon size={20} stroke={1.75} aria-hidden />
          </button>
          <LanguageSwitch />
          <Link className={styles['enter']} to={viewer ? pathOfFace(viewer.face) : '/sign-in'}>
            {viewer ? <Trans>进入我的页面</Trans> : <Trans>登录</Trans>}
          </Link>
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <footer className={styles['foot']} data-print="no">
        <p>
          <Trans>同行是自由软件，由使用它的机构自己运行和保管资料。</Trans>
        </p>
        <nav aria-label={t`说明与约定`}>
          <Link to="/concern">
            <Trans>担心一个孩子的安全</Trans>
          </Link>
          <Link to="/privacy">
            <Trans>隐私说明</Trans>
          </Link>
          <Link to="/terms">
            <Trans>使用约定</Trans>
          </Link>
        </nav>
      </footer>
    </div>
  );
}
