import { Trans } from '@lingui/react/macro';
import styles from './skip-link.module.css';

export const MAIN_ID = 'main';

export function SkipLink() {
  return (
    <a className={styles['skip']} href={`#${MAIN_ID}`}>
      <Trans>跳到正文</Trans>
    </a>
  );
}
