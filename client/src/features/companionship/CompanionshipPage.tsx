import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ConsentRecord, GuardianLinkCard, LatePapers } from '../consent/index.js';
import { BlockerList } from './BlockerList.js';
import { nextOf, REASON_OF, STATE_WORDS } from './companionship-words.js';
import { COMPANIONSHIP } from './companionship.operations.js';
import styles from './companionship.module.css';
import { ContactList } from './ContactList.js';
import { Ending } from './Ending.js';
import { CoverFacts, FindCover } from './Cover.js';
import { HandedOnFacts } from './HandedOn.js';
import { HandOn } from './HandOn.js';
import { NextStep } from './NextStep.js';
import { PlanRecord } from './PlanRecord.js';
import { Restart } from './Restart.js';
import { StageSteps } from './StageSteps.js';
import { Telling } from './Telling.js';
import { Timeline } from './Timeline.js';

type Companionship = NonNullable<CompanionshipQuery['companionship']>;

/** One companionship: where it stands and what comes next at the left, what is recorded at the right. */
export default function CompanionshipPage() {
  const { t, i18n } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: COMPANIONSHIP, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const { companionship } = data;
  if (!companionship) return <NotFoundState home="/agency/companionships" />;
  const { child, volunteer, state, cover, absentOn } = companionship;
  const findCover = <FindCover companionship={companionship} settings={data.agencySettings} reload={reload} />;
  const words = STATE_WORDS[state];
  const next = nextOf(companionship);
  return (
    <Page
      title={cover ? t`${volunteer.name}代为陪伴${child.pseudonym}` : t`${volunteer.name}陪伴${child.pseudonym}`}
      lead={
        <span className={styles['next']}>
          <StateBadge tone={words.tone}>{i18n._(words.word)}</StateBadge>
          {i18n._(next)}
        </span>
      }
    >
      <StageSteps facts={companionship} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <NextStep companionship={companionship} settings={data.agencySettings} reload={reload} />
          {absentOn ? findCover : null}
          <Telling companionship={companionship} reload={reload} />
          <Restart companionship={companionship} reload={reload} />
          <ContactList companionship={companionship} reload={reload} />
          <PlanRecord companionship={companionship} reload={reload} />
          <Section title={<Trans>走过的日子</Trans>}>
            <Timeline facts={companionship} />
          </Section>
          {absentOn ? null : findCover}
          <HandOn companionship={companionship} reload={reload} />
          <Ending companionship={companionship} reload={reload} />
        </div>
        <div className={styles['column']}>
          <Pair companionship={companionship} />
          <Missing companionship={companionship} />
          <Recorded companionship={companionship} reload={reload} />
        </div>
      </div>
      <WhoSees permission="companionship.read" />
    </Page>
  );
}

function Pair({ companionship }: { readonly companionship: Companionship }) {
  const { child, volunteer, state, startsOn, endedOn, endCause, endReason, earlier } = companionship;
  const { i18n } = useLingui();
  const format = useFormat();
  const reason = REASON_OF[state];
  return (
    <Section title={<Trans>两个人</Trans>}>
      <Card>
        <Facts>
          <Fact name={<Trans context="one">儿童</Trans>}>
            <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
              <Trans>
                {child.name}（化名{child.pseudonym}）
              </Trans>
            </Link>
          </Fact>
          <Fact name={<Trans>志愿者</Trans>}>
            <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>{volunteer.name}</Link>
          </Fact>
          {volunteer.phone ? (
            <Fact name={<Trans>电话</Trans>}>
              <a href={`tel:${volunteer.phone}`}>{volunteer.phone}</a>
            </Fact>
          ) : null}
          {startsOn ? <Fact name={<Trans>开始的日子</Trans>}>{format.day(startsOn)}</Fact> : null}
          {endedOn ? <Fact name={<Trans>结束的日子</Trans>}>{format.day(endedOn)}</Fact> : null}
          {endCause === 'STOP' ? (
            <Fact name={<Trans>结束的原因</Trans>}>
              <Trans>志愿者的服务停止了</Trans>
            </Fact>
          ) : endReason && reason ? (
            <Fact name={i18n._(reason)}>{endReason}</Fact>
          ) : null}
          {earlier ? (
            <Fact name={<Trans>以前的一段</Trans>}>
              <Link to={`/agency/companionships/${encodeURIComponent(earlier.id)}`}>
                <Trans>同样的两个人，{earlier.endedOn ? format.day(earlier.endedOn) : ''} 结束</Trans>
              </Link>
            </Fact>
          ) : null}
        </Facts>
        <CoverFacts companionship={companionship} />
        <HandedOnFacts companionship={companionship} />
      </Card>
    </Section>
  );
}

function Missing({ companionship: { state, blockers } }: { readonly companionship: Companionship }) {
  const preparing =
    state === 'PAUSED' || state === 'ACCEPTED' || state === 'VOLUNTEER_AGREED' || state === 'FAMILY_CONSENTED';
  if (!preparing || blockers.length === 0) return null;
  return (
    <Section title={<Trans>开始以前还差什么</Trans>}>
      <Card>
        <BlockerList blockers={blockers} />
      </Card>
    </Section>
  );
}

/** From the day on which the family is asked, and while there is something to stop. */
const CARD_STATES: ReadonlySet<Companionship['state']> = new Set([
  'VOLUNTEER_AGREED',
  'FAMILY_CONSENTED',
  'ACTIVE',
  'PAUSED',
]);

function Recorded({ companionship, reload }: { readonly companionship: Companionship; readonly reload: () => void }) {
  const may = useMay();
  const { id, consent } = companionship;
  return (
    <>
      {consent ? (
        <Section title={<Trans>家庭的同意</Trans>}>
          <Card>
            <ConsentRecord consent={consent} />
            {consent.withdrawnOn ? null : <LatePapers companionshipId={id} consent={consent} reload={reload} />}
          </Card>
        </Section>
      ) : null}
      {may('consent.link') && CARD_STATES.has(companionship.state) ? (
        <Section title={<Trans>家庭卡</Trans>}>
          <Card>
            <p>
              <Trans>写着陪伴者是谁、见面的约定，和一个可以说“停”的代码，打印了交给孩子和家人。</Trans>
            </p>
            <LinkButton to={`/agency/companionships/${encodeURIComponent(id)}/card`} variant="default">
              <Trans>打开家庭卡</Trans>
            </LinkButton>
          </Card>
        </Section>
      ) : null}
      {consent && may('consent.link') ? (
        <Section title={<Trans>监护人的链接和代码</Trans>}>
          <Card>
            <GuardianLinkCard companionshipId={id} reload={reload} />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
