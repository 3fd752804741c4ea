import { Trans } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './steps.module.css';

export interface Step {
  readonly key: string;
  readonly label: ReactNode;
  readonly at: 'done' | 'now' | 'ahead';
}

/** Where something stands on its way, as numbered steps; the present one is marked for eyes and for ears. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className={styles['steps']} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.key} data-at={step.at} aria-current={step.at === 'now' ? 'step' : undefined}>
          <span className={styles['mark']} aria-hidden="true">
            {step.at === 'done' ? <IconCheck size={16} stroke={2} /> : index + 1}
          </span>
          <span>
            {step.label}
            {step.at === 'done' ? (
              <span className="tx-hidden">
                <Trans>（已完成）</Trans>
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
