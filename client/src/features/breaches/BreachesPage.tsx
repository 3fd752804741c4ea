import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { BreachCard } from './BreachCard.js';
import { BREACHES } from './breaches.operations.js';
import styles from './breaches.module.css';
import { OpenBreachForm } from './OpenBreachForm.js';

/** Personal data leaked, changed or lost: what to do, in which order, until when. Exercises stand beside it. */
export default function BreachesPage() {
  const { t } = useLingui();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const [{ data, error }, load] = useQuery({ query: BREACHES, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`信息事件`}
      lead={
        <Trans>
          信息泄露、被改动或者丢失，先止住，再按期报告、告诉受影响的人；每一步的期限由机构定，不超过法律的。没有事的时候，做一次演练。
        </Trans>
      }
      actions={
        may('breach.manage') && !writing ? (
          <Button onClick={() => setWriting(true)}>
            <Trans>记录一起事件或演练</Trans>
          </Button>
        ) : null
      }
    >
      {writing ? (
        <Card>
          <OpenBreachForm
            close={() => {
              setWriting(false);
              reload();
            }}
          />
        </Card>
      ) : null}
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : data.breaches.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有记录过信息事件</Trans>}>
          <p>
            <Trans>建议每年做一次演练：步骤和时限都一样，只是不对外报告。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.breaches.map((breach) => (
            <BreachCard key={breach.id} breach={breach} reload={reload} />
          ))}
        </ul>
      )}
      <WhoSees permission="breach.read" />
    </Page>
  );
}
