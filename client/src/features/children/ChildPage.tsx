import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ChildQuery } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ServiceAgreements } from '../agreements/index.js';
import { RaiseConcern } from '../concerns/index.js';
import { FilePanel, WhoHasSeen } from '../file-access/index.js';
import { ChildHome, ChildIntakeCard, ChildNames, FAMILY, soonWords } from '../households/index.js';
import { SuggestedVolunteers } from '../matching/index.js';
import { CoverageGrid, ProgrammePlaces } from '../programmes/index.js';
import { ChildProgress } from '../progress-cards/index.js';
import { useCodeWords, WeekTimes } from '../readiness/index.js';
import { CHILD } from './children.operations.js';
import { Company } from './Company.js';
import styles from './children.module.css';
import { priorityWords } from './priority-words.js';

type Child = NonNullable<ChildQuery['child']>;

/** One child: what they wish for and when they are free, who walks beside them, and who may read this. */
export default function ChildPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: CHILD, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const { child } = data;
  if (!child) return <NotFoundState home="/agency/children" />;
  const { pseudonym } = child;
  const family = readFragment(FAMILY, child.household);
  return (
    <Page
      title={child.name}
      lead={
        <span className={styles['next']}>
          <Company companionship={child.companionship} />
          {t`化名${pseudonym}：个案以外的人只看得到这个名字。`}
        </span>
      }
    >
      <div className={styles['columns']}>
        <Section title={<Trans>希望有人一起</Trans>}>
          <Card>
            <Wishes child={child} />
          </Card>
          <Walking child={child} />
          {child.companionship ? null : <SuggestedVolunteers childId={child.id} />}
          <ChildHome childId={child.id} family={family} former={child.formerHouseholds} />
          <CoverageGrid childId={child.id} />
          <p>
            <Link to={`/agency/children/${encodeURIComponent(child.id)}/helping`}>
              <Trans>孩子或家人想帮助别人？</Trans>
            </Link>
          </p>
        </Section>
        <Section title={<Trans>基本情况</Trans>}>
          <Card>
            <About child={child} />
          </Card>
          <Card>
            <FilePanel childId={child.id} file={child.file} reload={reload} />
          </Card>
          <ChildIntakeCard child={child} reload={reload} />
          <Section title={<Trans>别人怎样称呼</Trans>}>
            <Card>
              <ChildNames names={child.pseudonyms} />
            </Card>
          </Section>
        </Section>
      </div>
      <Section title={<Trans>可以给谁看什么</Trans>}>
        <p>
          <Link to={`/agency/children/${encodeURIComponent(child.id)}/consents`}>
            <Trans>家庭和孩子的同意</Trans>
          </Link>
        </p>
      </Section>
      <ServiceAgreements childId={child.id} />
      <ProgrammePlaces childId={child.id} />
      <ChildProgress childId={child.id} />
      <RaiseConcern childId={child.id} />
      <WhoSees permission="child.read" />
      <WhoHasSeen subjectId={child.id} />
    </Page>
  );
}

function Wishes({ child }: { readonly child: Child }) {
  const { i18n } = useLingui();
  const words = useCodeWords();
  const format = useFormat();
  return (
    <>
      {child.needsByPriority.length > 0 ? (
        <ul className={styles['needs']}>
          {child.needsByPriority.map(({ need, priority }) => (
            <li key={need}>
              {words.need(need)}
              {priority == null ? null : ` · ${i18n._(soonWords(priority))}`}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <Trans>还没有谈到，下次见面可以问问孩子想做什么。</Trans>
        </p>
      )}
      <Facts>
        <Fact name={<Trans>会说的话</Trans>}>{format.list(child.languages.map(words.language))}</Fact>
        <Fact name={<Trans>空闲时间</Trans>}>
          <WeekTimes times={child.freeTimes} />
        </Fact>
        <Fact name={<Trans>安排的节奏</Trans>}>{i18n._(priorityWords(child.priority))}</Fact>
        {child.waitingSince ? <Fact name={<Trans>登记的日子</Trans>}>{format.day(child.waitingSince)}</Fact> : null}
      </Facts>
    </>
  );
}

function Walking({ child: { companionship } }: { readonly child: Child }) {
  const may = useMay();
  if (!companionship) {
    return (
      <div>
        <Button component={Link} to="/agency/matching" variant="default">
          <Trans>去看匹配建议</Trans>
        </Button>
      </div>
    );
  }
  const { name } = companionship.volunteer;
  const page = `/agency/companionships/${encodeURIComponent(companionship.id)}`;
  const begun = companionship.state === 'ACTIVE' || companionship.state === 'PAUSED';
  return (
    <p>
      <Trans>
        陪伴者：<Link to={page}>{name}</Link>
      </Trans>
      {begun && may('companionship.prepare') ? (
        <>
          {' · '}
          <Link to={`${page}?step=hand-on`}>
            <Trans>交给另一位志愿者</Trans>
          </Link>
        </>
      ) : null}
    </p>
  );
}

function About({ child: { gender, birthDate, idNumberEnd, area } }: { readonly child: Child }) {
  const words = useCodeWords();
  const format = useFormat();
  return (
    <Facts>
      <Fact name={<Trans>性别</Trans>}>{words.gender(gender)}</Fact>
      {birthDate ? <Fact name={<Trans>出生日期</Trans>}>{format.day(birthDate)}</Fact> : null}
      {idNumberEnd ? (
        <Fact name={<Trans>身份证号</Trans>}>
          <Trans>尾号 {idNumberEnd}</Trans>
        </Fact>
      ) : null}
      <Fact name={<Trans>居住区域</Trans>}>{area ?? <Trans>还没有填写</Trans>}</Fact>
    </Facts>
  );
}
