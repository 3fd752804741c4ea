import { Trans, useLingui } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import { useQuery } from 'urql';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ResumeForm } from './ResumeForm.js';
import { StopForm } from './StopForm.js';
import { REASON_WORDS, REFUSAL_WORDS, type WorkStanding } from './stop-words.js';
import { WORK_STANDING } from './stop.operations.js';
import styles from './staff.module.css';

export interface StopWorkProps {
  readonly personId: string;
  /** Tells the page that what it shows of the person has changed. */
  readonly changed: () => void;
}

/** The switch that ends all work of a person at once (H8); nothing at all for whoever may not use it. */
export function StopWork(props: StopWorkProps) {
  const may = useMay();
  return may('person.stop') ? <Standing {...props} /> : null;
}

function Standing({ personId, changed }: StopWorkProps) {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: WORK_STANDING, variables: { personId } });
  const again = (): void => load({ requestPolicy: 'network-only' });
  const reload = (): void => {
    again();
    changed();
  };
  if (error && !data) return <ErrorState error={error} retry={again} />;
  if (!data) return <LoadingState lines={2} />;
  const standing = data.workStanding;
  if (!standing) return null;
  return (
    <Section title={t`工作状态`}>
      <Card>
        {standing.stop ? (
          <Stopped stop={standing.stop} reload={reload} />
        ) : (
          <Working standing={standing} reload={reload} />
        )}
      </Card>
    </Section>
  );
}

interface WorkingProps {
  readonly standing: WorkStanding;
  readonly reload: () => void;
}

/** Within reach, never in the way. */
function Working({ standing, reload }: WorkingProps) {
  const { i18n } = useLingui();
  if (standing.refusal) {
    return (
      <p className={styles['line']}>
        <Trans>工作正常。</Trans> {i18n._(REFUSAL_WORDS[standing.refusal])}
      </p>
    );
  }
  return (
    <details className={styles['fold']} data-print="no">
      <summary>
        <Trans>立即暂停全部工作</Trans>
      </summary>
      <StopForm standing={standing} reload={reload} />
    </details>
  );
}

interface StoppedProps {
  readonly stop: NonNullable<WorkStanding['stop']>;
  readonly reload: () => void;
}

function Stopped({ stop, reload }: StoppedProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <div className={styles['stack']}>
      <p className={styles['line']}>
        <strong>
          <Trans>全部工作已经暂停</Trans>
        </strong>
      </p>
      <Facts>
        <Fact name={<Trans>从什么时候起</Trans>}>{format.instant(stop.stoppedAt)}</Fact>
        <Fact name={<Trans>由谁暂停</Trans>}>{stop.stoppedByName ?? <Trans>系统</Trans>}</Fact>
        {stop.reason ? <Fact name={<Trans>原因</Trans>}>{i18n._(REASON_WORDS[stop.reason])}</Fact> : null}
        {stop.words ? <Fact name={<Trans>说明</Trans>}>{stop.words}</Fact> : null}
      </Facts>
      {stop.byViewer ? (
        <p className={styles['quiet']}>{i18n._(REFUSAL_WORDS.SAME_PERSON)}</p>
      ) : (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>恢复工作</Trans>
          </summary>
          <ResumeForm stopId={stop.id} reload={reload} />
        </details>
      )}
    </div>
  );
}
