import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { Kinds } from './Kinds.js';
import { MomentItem } from './MomentItem.js';
import { RecordCheckForm } from './RecordCheckForm.js';
import { RecordFactForm } from './RecordFactForm.js';
import { yearsOf } from './story-view.js';
import { VOLUNTEER_STORY } from './volunteer-page.operations.js';
import styles from './volunteer-page.module.css';

export interface VolunteerStoryProps {
  readonly volunteerId: string;
  /** Changes whenever papers were added or removed beside it. */
  readonly changed: () => void;
}

/** A volunteer's way with the agency as one story, and where something new is written down. Nothing of a case (T14). */
export function VolunteerStory({ volunteerId, changed }: VolunteerStoryProps) {
  const may = useMay();
  const { agency } = useViewer();
  const [{ data, error }, load] = useQuery({
    query: VOLUNTEER_STORY,
    variables: { id: volunteerId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => {
    load({ requestPolicy: 'network-only' });
    changed();
  };
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={4} />;
  const { volunteer } = data;
  if (!volunteer?.story) return null;
  const years = yearsOf(volunteer, volunteer.story, agency.today);
  return (
    <Section title={<Trans>一路走来</Trans>}>
      <Kinds volunteerId={volunteer.id} story={volunteer.story} reload={reload} />
      {may('volunteer.recordFacts') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>记下一次培训或一份协议</Trans>
          </summary>
          <Card>
            <RecordFactForm volunteerId={volunteer.id} papers={volunteer.papers} reload={reload} />
          </Card>
        </details>
      ) : null}
      {may('screening.record') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>记下违法犯罪记录查询的答复</Trans>
          </summary>
          <Card>
            <RecordCheckForm volunteerId={volunteer.id} reload={reload} />
          </Card>
        </details>
      ) : null}
      {years.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>日子会一个一个出现在这里。</Trans>
        </p>
      ) : (
        years.map(({ year, moments }) => (
          <section key={year} className={styles['year']}>
            <h3>{year}</h3>
            <ol className={styles['moments']}>
              {moments.map((moment) => (
                <MomentItem key={`${moment.type}${moment.on}${keyOf(moment)}`} moment={moment} reload={reload} />
              ))}
            </ol>
          </section>
        ))
      )}
    </Section>
  );
}

const keyOf = (moment: Parameters<typeof MomentItem>[0]['moment']): string => {
  if ('fact' in moment) return moment.fact.id;
  if ('kind' in moment) return moment.kind.id;
  return 'pair' in moment ? moment.pair.id : '';
};
