import { Trans } from '@lingui/react/macro';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../button/Button.js';
import { Mark } from '../mark/Mark.js';
import styles from './sheet.module.css';

export interface SheetProps {
  readonly title: string;
  /** Number or date that tells this sheet from others. */
  readonly reference?: ReactNode;
  /** `p` where the page around already carries the title as its heading. */
  readonly heading?: 'h1' | 'p';
  readonly children: ReactNode;
}

/** Made to be printed first: agreement, record, certificate. The screen shows the same page. */
export function Sheet({ title, reference, heading: Heading = 'h1', children }: SheetProps) {
  return (
    <article className={styles['sheet']}>
      <header className={styles['head']}>
        <Mark size={30} />
        <Heading className={styles['title']}>{title}</Heading>
        {reference ? <p className={styles['reference']}>{reference}</p> : null}
      </header>
      <div className={styles['body']}>{children}</div>
      <footer data-print="no">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
          onClick={() => window.print()}
        >
          <Trans>打印这一页</Trans>
        </Button>
      </footer>
    </article>
  );
}
