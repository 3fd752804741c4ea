import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { AGE, STATE, WAIT } from './application-words.js';
import { APPLICATION, DESK_APPLICATION } from './applications.operations.js';
import styles from './applications.module.css';
import { Asked } from './Asked.js';
import { Decision } from './Decision.js';
import { Outcome } from './Outcome.js';
import { SaidInForm } from './SaidInForm.js';
import { Talks } from './Talks.js';

export interface AreaWord {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** One application: what it waits for, what was said, who was asked, and the decision. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: APPLICATION,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const application = readFragment(DESK_APPLICATION, data.application);
  if (!application) return <NotFoundState home="/agency/applications" />;
  return <Known application={application} areas={data.areaChoices} reload={reload} />;
}

interface KnownProps {
  readonly application: Desk_ApplicationFragment;
  readonly areas: readonly AreaWord[];
  readonly reload: () => void;
}

function Known({ application, areas, reload }: KnownProps) {
  const { i18n } = useLingui();
  const may = useMay();
  const format = useFormat();
  const { name, state, paused, waits, age, others, sentAt, phone } = application;
  const open = state === 'SENT' || state === 'TALKED';
  const decides = open && may('application.decide');
  const ageWords = AGE[age];
  return (
    <Page
      title={name}
      lead={
        <span className={styles['badges']}>
          <StateBadge tone={paused ? 'paused' : STATE[state].tone}>
            {paused ? <Trans>先放一放</Trans> : i18n._(STATE[state].word)}
          </StateBadge>
          {ageWords && open ? <StateBadge tone={ageWords.tone}>{i18n._(ageWords.word)}</StateBadge> : null}
          {sentAt ? <Trans>{format.dayOf(sentAt)} 送来</Trans> : null}
        </span>
      }
    >
      {open ? (
        <Card tone="waiting">
          <h2>
            <Trans>下一步</Trans>
          </h2>
          <ul className={styles['next']}>
            {waits.map((wait) => (
              <li key={wait}>
                {i18n._(WAIT[wait])}
                {wait === 'TALK' ? (
                  <>
                    {' '}
                    <a href={`tel:${phone}`}>{phone}</a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          {age === 'MINOR' ? (
            <p>
              <Trans>
                未满十八周岁的不能查询记录，所以从不单独服务：每一次都要有一位查询过记录的成年人在身边，系统在安排的那一天会再核对（H8，§7.1.3）。
              </Trans>
            </p>
          ) : null}
          {others > 0 ? (
            <p>
              <Plural value={others} other="同一个号码还送来过 # 份报名，请看看是不是同一个人。" />
            </p>
          ) : null}
        </Card>
      ) : (
        <Outcome application={application} />
      )}
      <Talks key={`talks.${state}`} application={application} writes={decides} reload={reload} />
      <Asked application={application} asks={decides} reload={reload} />
      {decides ? <Decision application={application} reload={reload} /> : null}
      <Section title={<Trans>报名时写的</Trans>}>
        <Card>
          <SaidInForm application={application} areas={areas} />
        </Card>
      </Section>
      <WhoSees permission="application.read" />
    </Page>
  );
}
