import { Trans } from '@lingui/react/macro';
import { Button } from '../button/Button.js';
import styles from './states.module.css';

/** For a small part of a page that did not come, beside the rest that did: one line, and its own way to try again. */
export function PartError({ retry }: { readonly retry: () => void }) {
  return (
    <div className={styles['part']} role="alert">
      <p>
        <Trans>这一部分暂时没有打开。</Trans>
      </p>
      <Button variant="default" onClick={retry}>
        <Trans>再试一次</Trans>
      </Button>
    </div>
  );
}
