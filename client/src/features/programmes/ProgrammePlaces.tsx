import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ChildSupportQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Card, Section } from '../../ui/page/Page.js';
import { EndPlaceForm } from './EndPlaceForm.js';
import { EnrolButton } from './EnrolButton.js';
import { EnrolmentFindings } from './EnrolmentFindings.js';
import { freePlaces } from './finding-view.js';
import { CHILD_SUPPORT } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

type Child = NonNullable<ChildSupportQuery['child']>;
type Place = Child['programmePlaces'][number];
type Choice = Child['programmeChoices'][number];

/** A child's places in programmes, and which programmes would fit, with all that each asks (P01). */
export function ProgrammePlaces({ childId }: { readonly childId: string }) {
  const [{ data }, load] = useQuery({ query: CHILD_SUPPORT, variables: { id: childId } });
  const may = useMay();
  if (!data?.child) return null;
  const { child } = data;
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const held = child.programmePlaces.filter(({ endsOn }) => endsOn == null);
  const over = child.programmePlaces.filter(({ endsOn }) => endsOn != null);
  return (
    <Section title={<Trans>参加的项目</Trans>}>
      {held.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>现在没有参加项目。</Trans>
        </p>
      ) : (
        <ul className={styles['cards']}>
          {held.map((place) => (
            <li key={place.id}>
              <Card>
                <PlaceLine place={place} />
                {may('programme.enrol') ? (
                  <details className={styles['fold']} data-print="no">
                    <summary>
                      <Trans>结束这个名额</Trans>
                    </summary>
                    <EndPlaceForm placeId={place.id} startsOn={place.startsOn} reload={reload} />
                  </details>
                ) : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
      {over.length > 0 ? (
        <details className={styles['fold']}>
          <summary>
            <Trans>以前参加过的</Trans>
          </summary>
          <ul className={styles['cards']}>
            {over.map((place) => (
              <li key={place.id}>
                <PlaceLine place={place} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {may('programme.enrol') && child.programmeChoices.length > 0 ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>给一个项目名额</Trans>
          </summary>
          <ul className={styles['cards']}>
            {child.programmeChoices.map((choice) => (
              <li key={choice.programme.id}>
                <ChoiceCard childId={child.id} choice={choice} reload={reload} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

function PlaceLine({ place }: { readonly place: Place }) {
  const words = useProgrammeWords();
  const named = { name: place.programme, nameEn: place.programmeEn };
  return (
    <p className={styles['line']}>
      <Link to={`/agency/programmes/${encodeURIComponent(place.programmeId)}`} lang={words.nameLang(named)}>
        {words.name(named)}
      </Link>{' '}
      <span className={styles['quiet']}>{words.period(place.startsOn, place.endsOn)}</span>
      {place.endReason ? <span className={styles['quiet']}> · {words.endReason(place.endReason)}</span> : null}
    </p>
  );
}

interface ChoiceCardProps {
  readonly childId: string;
  readonly choice: Choice;
  readonly reload: () => void;
}

function ChoiceCard({ childId, choice, reload }: ChoiceCardProps) {
  const words = useProgrammeWords();
  const { programme, fits, findings } = choice;
  const free = freePlaces(programme);
  return (
    <Card>
      <h3 className={styles['name']} lang={words.nameLang(programme)}>
        {words.name(programme)}
      </h3>
      <p className={styles['findingHead']}>
        {fits ? (
          <StateBadge tone="good">
            <Trans>孩子符合条件</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>有条件还没有满足</Trans>
          </StateBadge>
        )}
        <span className={styles['quiet']}>
          {free === undefined ? <Trans>名额不限</Trans> : <Trans>还有 {free} 个名额</Trans>}
        </span>
      </p>
      <details className={styles['fold']}>
        <summary>
          <Trans>看每一项条件</Trans>
        </summary>
        <EnrolmentFindings findings={findings} />
      </details>
      <EnrolButton childId={childId} programme={programme} reload={reload} />
    </Card>
  );
}
