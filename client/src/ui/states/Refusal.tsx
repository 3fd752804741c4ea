import { Trans } from '@lingui/react/macro';
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './states.module.css';
import { useTitleOf } from './use-title-of.js';

export interface RefusalProps {
  /** What did not happen. */
  readonly what: ReactNode;
  /** The rule in plain words. */
  readonly why: ReactNode;
  /** The clause behind the rule, on a line of its own: MZ/T 248—2025 §7.1.3. */
  readonly clause?: ReactNode;
  /** What would satisfy it, as a step that this person can take. */
  readonly now: ReactNode;
  readonly ask: ReactNode;
  readonly actions?: ReactNode;
  /** `h1` where the refusal is the whole page. */
  readonly heading?: 'h1' | 'h2' | 'p';
}

/** Every refusal of the product: what, why, what to do now, whom to ask. */
export function RefusalPanel({ what, why, clause, now, ask, actions, heading: Heading = 'p' }: RefusalProps) {
  const named = useTitleOf(Heading === 'h1');
  return (
    <section className={styles['refusal']} role="alert">
      <header>
        <IconHandStop size={22} stroke={1.75} aria-hidden />
        <Heading ref={named}>{what}</Heading>
      </header>
      <dl className={styles['facts']}>
        <div>
          <dt>
            <Trans>为什么</Trans>
          </dt>
          <dd>
            {why}
            {clause ? <span className={styles['clause']}>{clause}</span> : null}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>现在可以</Trans>
          </dt>
          <dd>{now}</dd>
        </div>
        <div>
          <dt>
            <Trans>可以问谁</Trans>
          </dt>
          <dd>{ask}</dd>
        </div>
      </dl>
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </section>
  );
}

/** A whole page that may not be opened. */
export function RefusedState(props: RefusalProps) {
  return (
    <div className={styles['state']}>
      <RefusalPanel heading="h1" {...props} />
    </div>
  );
}
