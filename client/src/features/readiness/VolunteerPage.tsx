import { Trans, useLingui } from '@lingui/react/macro';
import { parseLocalDate } from '@tongxing/shared/kernel';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { VolunteerQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { VolunteerAgreements } from '../agreements/index.js';
import { StopWork } from '../staff/index.js';
import { WhoHasSeen } from '../file-access/index.js';
import { InviteCard } from '../invitations/index.js';
import { SuggestedChildren } from '../matching/index.js';
import { ChangeOffer, VolunteerStory } from '../volunteer-page/index.js';
import { Company } from './Company.js';
import { CompanionshipLinks } from './CompanionshipLinks.js';
import { EraseFold } from './EraseFold.js';
import { Exemptions } from './Exemptions.js';
import { openFindings } from './eligibility-view.js';
import { REMEDY_WORDS } from './eligibility-words.js';
import { FindingList } from './FindingList.js';
import { VOLUNTEER } from './readiness.operations.js';
import styles from './readiness.module.css';
import { Papers } from './Papers.js';
import { ServiceDateField } from './ServiceDateField.js';
import { StandingBadge } from './StandingBadge.js';
import { useCodeWords } from './use-code-words.js';
import { WeekTimes } from './WeekTimes.js';

const FILTERS = ['on'] as const;
type Volunteer = NonNullable<VolunteerQuery['volunteer']>;

/** One volunteer: standing and next step first, every finding, then what they bring along. */
export default function VolunteerPage() {
  const { id = '' } = useParams();
  const { agency } = useViewer();
  const filters = useUrlFilters(FILTERS);
  const on = parseLocalDate(filters.values.on) ?? agency.today;
  const [{ data, error }, load] = useQuery({ query: VOLUNTEER, variables: { id, on } });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  if (!data.volunteer) return <NotFoundState home="/agency/volunteers" />;
  const { volunteer } = data;
  if (volunteer.erased) return <ErasedVolunteer id={volunteer.id} />;
  const next = openFindings(volunteer.eligibility.findings)[0];
  return (
    <Page
      title={volunteer.name}
      lead={<NextStep volunteer={volunteer} remedy={next?.remedy} />}
      actions={<ServiceDateField value={on} change={(day) => filters.set('on', day === agency.today ? '' : day)} />}
    >
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Section title={<Trans>这一天能不能服务</Trans>}>
            <Card>
              <FindingList findings={volunteer.eligibility.findings} />
            </Card>
          </Section>
          <Company volunteer={volunteer} reload={() => load({ requestPolicy: 'network-only' })} />
          <Exemptions
            volunteer={volunteer}
            today={agency.today}
            reload={() => load({ requestPolicy: 'network-only' })}
          />
          <Section title={<Trans>证明和协议</Trans>}>
            <Papers
              volunteerId={volunteer.id}
              papers={volunteer.papers}
              reload={() => load({ requestPolicy: 'network-only' })}
            />
          </Section>
          <VolunteerAgreements volunteerId={volunteer.id} />
          <Section title={<Trans>成长陪伴</Trans>}>
            <CompanionshipLinks companionships={volunteer.companionships} />
          </Section>
          <SuggestedChildren volunteerId={volunteer.id} ready={volunteer.eligibility.ready} />
          <VolunteerStory
            key={volunteer.papers.map((paper) => paper.id).join()}
            volunteerId={volunteer.id}
            changed={() => load({ requestPolicy: 'network-only' })}
          />
        </div>
        <div className={styles['column']}>
          <Section title={<Trans>能带来什么</Trans>}>
            <VolunteerFacts volunteer={volunteer} />
            <ChangeOffer volunteerId={volunteer.id} changed={() => load({ requestPolicy: 'network-only' })} />
          </Section>
          <Section title={<Trans>账号</Trans>}>
            <InviteCard
              name={volunteer.name}
              account={volunteer.account}
              phone={volunteer.phone}
              reload={() => load({ requestPolicy: 'network-only' })}
            />
          </Section>
          <StopWork personId={volunteer.personId} changed={() => load({ requestPolicy: 'network-only' })} />
        </div>
      </div>
      <EraseFold personId={volunteer.personId} name={volunteer.name} />
      <WhoSees permission="volunteer.read" />
      <WhoHasSeen subjectId={volunteer.id} />
    </Page>
  );
}

/** Where an old companionship still leads: somebody was here, and nothing else is known any more. */
function ErasedVolunteer({ id }: { readonly id: string }) {
  const { t } = useLingui();
  return (
    <Page title={t`个人信息已抹除`}>
      <Card>
        <p>
          <Trans>这位志愿者的个人信息已经抹除。留下的只有“曾经有过一段陪伴”这样的事实。</Trans>
        </p>
      </Card>
      <WhoSees permission="volunteer.read" />
      <WhoHasSeen subjectId={id} />
    </Page>
  );
}

function NextStep({
  volunteer,
  remedy,
}: {
  readonly volunteer: Volunteer;
  readonly remedy: keyof typeof REMEDY_WORDS | undefined;
}) {
  const { i18n } = useLingui();
  const words = remedy ? REMEDY_WORDS[remedy] : undefined;
  return (
    <span className={styles['next']}>
      <StandingBadge eligibility={volunteer.eligibility} />
      {words ? <Trans>下一步：{i18n._(words)}。</Trans> : <Trans>手续都齐了。</Trans>}
    </span>
  );
}

function VolunteerFacts({ volunteer }: { readonly volunteer: Volunteer }) {
  const words = useCodeWords();
  const format = useFormat();
  const { phone, gender, birthDate, languages, skills, area, freeTimes, places, travelMetres, supervisorName } =
    volunteer;
  const kilometres = travelMetres == null ? undefined : travelMetres / 1000;
  return (
    <Card>
      <Facts>
        <Fact name={<Trans>会做的事</Trans>}>
          {skills.length > 0 ? format.list(skills.map(words.skill)) : <Trans>还没有填写</Trans>}
        </Fact>
        <Fact name={<Trans>会说的话</Trans>}>{format.list(languages.map(words.language))}</Fact>
        <Fact name={<Trans>空闲时间</Trans>}>
          <WeekTimes times={freeTimes} />
        </Fact>
        <Fact name={<Trans>服务区域</Trans>}>{area ?? <Trans>还没有填写</Trans>}</Fact>
        <Fact name={<Trans>可以陪伴几个孩子</Trans>}>{places}</Fact>
        <Fact name={<Trans>愿意走多远</Trans>}>
          {kilometres === undefined ? <Trans>按机构的设置</Trans> : <Trans>{kilometres} 公里</Trans>}
        </Fact>
        <Fact name={<Trans>督导者</Trans>}>{supervisorName ?? <Trans>还没有安排</Trans>}</Fact>
        {phone ? (
          <Fact name={<Trans>电话</Trans>}>
            <a href={`tel:${phone}`}>{phone}</a>
          </Fact>
        ) : null}
        {gender ? <Fact name={<Trans>性别</Trans>}>{words.gender(gender)}</Fact> : null}
        {birthDate ? <Fact name={<Trans>出生日期</Trans>}>{format.day(birthDate)}</Fact> : null}
      </Facts>
    </Card>
  );
}
