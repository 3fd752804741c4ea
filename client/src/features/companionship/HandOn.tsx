import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import { Card } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './companionship.module.css';
import type { HandOnFormProps } from './HandOnForm.js';

// Seldom used, and it asks the matching: loaded once it is opened.
const HandOnForm = lazy(() => import('./HandOnForm.js'));

/** The child goes on with another volunteer. Other pages open it by `?step=hand-on`. */
export function HandOn({ companionship, reload }: HandOnFormProps) {
  const may = useMay();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(search.get('step') === 'hand-on');
  const { state, cover } = companionship;
  const begun = state === 'ACTIVE' || state === 'PAUSED';
  if (!begun || cover || !may('companionship.prepare') || !may('match.read')) return null;
  return (
    <details
      className={styles['fold']}
      data-print="no"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Trans>交给另一位志愿者</Trans>
      </summary>
      {open ? (
        <Card>
          <p>
            <Trans>
              这一段在今天结束，孩子和新的志愿者从头开始：志愿者、家庭和孩子都要重新问一遍。这一段的记录留在这里。
            </Trans>
          </p>
          <Suspense fallback={<LoadingState lines={4} />}>
            <HandOnForm companionship={companionship} reload={reload} />
          </Suspense>
        </Card>
      ) : null}
    </details>
  );
}
