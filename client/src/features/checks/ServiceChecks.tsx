import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { Kept_CheckFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PartError } from '../../ui/states/PartError.js';
import { useReasonWords } from './check-words.js';
import { KEPT_CHECK, SERVICE_CHECKS } from './checks.operations.js';
import { GiveBack } from './GiveBack.js';
import { TakeBackCheckForm } from './TakeBackCheckForm.js';
import styles from './checks.module.css';

interface ServiceChecksProps {
  readonly personId: string;
}

/** A colleague's record checks as they were written down, and where a mistake is taken back (H8). */
export function ServiceChecks({ personId }: ServiceChecksProps) {
  const may = useMay();
  return may('screening.record') ? <Kept personId={personId} /> : null;
}

function Kept({ personId }: ServiceChecksProps) {
  const [{ data, error }, load] = useQuery({
    query: SERVICE_CHECKS,
    variables: { personId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const own = useViewer().id === personId;
  if (error && !data) return <PartError retry={reload} />;
  if (!data) return <LoadingState lines={2} />;
  if (!data.serviceChecks) return null;
  const { checks } = data.serviceChecks;
  return (
    <Section title={<Trans>违法犯罪记录查询</Trans>}>
      {checks.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有记下的查询。</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {checks.map((masked) => {
            const check = readFragment(KEPT_CHECK, masked);
            return (
              <li key={check.id}>
                <Card>
                  <OneCheck check={check} own={own} reload={reload} />
                </Card>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

interface OneCheckProps {
  readonly check: Kept_CheckFragment;
  readonly own: boolean;
  readonly reload: () => void;
}

function OneCheck({ check, own, reload }: OneCheckProps) {
  const format = useFormat();
  const reasonOf = useReasonWords();
  const { paperGivenBackAt, paperGivenBackBy, recordedBy, takenBack, takenBackAt } = check;
  return (
    <div className={styles['check']}>
      <p className={styles['quiet']}>
        <strong>{format.day(check.happenedOn)}</strong> <Answer check={check} />
      </p>
      {recordedBy ? (
        <p className={styles['quiet']}>
          <Trans>由{recordedBy}记下</Trans>
        </p>
      ) : null}
      {paperGivenBackAt ? (
        <p className={styles['quiet']}>
          {paperGivenBackBy ? (
            <Trans>
              证明看过，{format.dayOf(paperGivenBackAt)}由{paperGivenBackBy}还给本人
            </Trans>
          ) : (
            <Trans>证明看过，{format.dayOf(paperGivenBackAt)}还给了本人</Trans>
          )}
        </p>
      ) : null}
      {takenBack && takenBackAt ? (
        <p className={styles['quiet']}>
          <Trans>
            {format.dayOf(takenBackAt)}收回，原因：{reasonOf(takenBack)}
          </Trans>
        </p>
      ) : own ? (
        <p className={styles['quiet']}>
          <Trans>您自己的，请同事来记</Trans>
        </p>
      ) : (
        <>
          {check.paperHere ? <GiveBack recordCheckId={check.id} reload={reload} /> : null}
          <details className={styles['fold']} data-print="no">
            <summary>
              <Trans>这条记错了</Trans>
            </summary>
            <TakeBackCheckForm recordCheckId={check.id} reload={reload} />
          </details>
        </>
      )}
    </div>
  );
}

function Answer({ check: { clear, counts, takenBack } }: { readonly check: Kept_CheckFragment }) {
  const { t } = useLingui();
  if (takenBack) return <StateBadge tone="quiet">{t`记错了，不再算数`}</StateBadge>;
  if (!clear) return <StateBadge tone="refused">{t`有记录`}</StateBadge>;
  if (!counts) return <StateBadge tone="waiting">{t`导入的，等第二个人确认`}</StateBadge>;
  return <StateBadge tone="good">{t`没有记录`}</StateBadge>;
}
