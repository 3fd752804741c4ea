import { Trans } from '@lingui/react/macro';
import styles from './states.module.css';

/** The shape of what comes, held still for people who asked for less motion. `whole` fills an empty page. */
export function LoadingState({ whole = false, lines = 4 }: { readonly whole?: boolean; readonly lines?: number }) {
  return (
    <div className={`${styles['loading']} ${whole ? styles['whole'] : ''}`} role="status">
      <span className="tx-hidden">
        <Trans>正在打开…</Trans>
      </span>
      <div className={styles['bars']} aria-hidden="true">
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className={styles['bar']} />
        ))}
      </div>
    </div>
  );
}
