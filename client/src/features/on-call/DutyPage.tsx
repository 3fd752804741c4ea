import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { DutyRotaQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DUTY_ROTA, REMOVE_DUTY_SLOT } from './on-call.operations.js';
import styles from './on-call.module.css';
import { SlotForm } from './SlotForm.js';

type Slot = DutyRotaQuery['dutyRota']['slots'][number];

/** Who is told first when somebody is worried, from when to when; a director sets it. */
export default function DutyPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: DUTY_ROTA, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const slots = data?.dutyRota.slots;
  return (
    <Page
      title={t`值班`}
      lead={<Trans>有人说出安全关切，先告诉第一位值班的人；没有人看，再告诉第二位，最后告诉机构负责人。</Trans>}
      actions={
        <LinkButton to="/agency/concerns" variant="default">
          <Trans>全部安全关切</Trans>
        </LinkButton>
      }
    >
      {error && !slots ? (
        <ErrorState error={error} retry={reload} />
      ) : !slots ? (
        <LoadingState lines={4} />
      ) : slots.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有排值班</Trans>}>
          <p>
            <Trans>没有人值班的时候，督导者和机构负责人马上都会接到通知。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['slots']}>
          {slots.map((slot) => (
            <li key={slot.id}>
              <SlotCard slot={slot} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      {may('concern.changeRota') ? (
        <Section title={<Trans>排一次值班</Trans>}>
          <Card>
            <SlotForm reload={reload} />
          </Card>
        </Section>
      ) : null}
      <WhoSees permission="concern.rota" />
    </Page>
  );
}

function SlotCard({ slot, reload }: { readonly slot: Slot; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const format = useFormat();
  const [{ fetching }, remove] = useMutation(REMOVE_DUTY_SLOT);
  const { personName, line, startsAt, endsAt, onNow } = slot;
  const takeOut = async (): Promise<void> => {
    const { data } = await remove({ input: { dutySlotId: slot.id } });
    if (data?.removeDutySlot.__typename === 'DutyRota') toast({ message: t`取消了${personName}的这次值班。` });
    else toast({ tone: 'danger', message: t`没有取消，请再试一次。` });
    reload();
  };
  return (
    <Card>
      <div className={styles['head']}>
        <h2>{personName}</h2>
        <StateBadge tone={onNow ? 'good' : 'quiet'}>
          {onNow ? <Trans>正在值班</Trans> : <Trans>还没到</Trans>}
        </StateBadge>
      </div>
      <p className={styles['when']}>
        {line === 'FIRST' ? <Trans>第一位</Trans> : <Trans>第二位</Trans>} · {format.instant(startsAt)} –{' '}
        {format.instant(endsAt)}
      </p>
      {may('concern.changeRota') ? (
        <div>
          <Button variant="default" loading={fetching} onClick={() => void takeOut()}>
            <Trans>取消这次值班</Trans>
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
