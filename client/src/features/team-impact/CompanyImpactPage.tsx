import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { hoursOf } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { CompanyImpactQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { TeamPaperList } from '../team-papers/index.js';
import { FREEZE, IMPACT } from './team-impact.operations.js';
import styles from './team-impact.module.css';

type Impact = CompanyImpactQuery['companyImpact'][number];

/** What a team's year came to, on the page and to take along. */
export default function CompanyImpactPage() {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const thisYear = Number(today.slice(0, 4));
  const [address, setAddress] = useSearchParams();
  const asked = Number(address.get('year') ?? thisYear);
  const year = Number.isInteger(asked) && asked > 2000 && asked <= thisYear ? asked : thisYear;
  const [{ data, error, stale }, load] = useQuery({
    query: IMPACT,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  const go = (to: number): void => setAddress({ year: String(to) });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const found = stale && data?.companyImpact[0]?.year !== year ? undefined : data?.companyImpact;
  return (
    <Page
      title={t`${year} 年活动成效`}
      lead={<Trans>来自每次活动以后机构发给您的说明。没有任何孩子的信息；孩子少的时候，连人数也不说。</Trans>}
    >
      <div className={styles['row']}>
        <Button variant="default" onClick={() => go(year - 1)}>
          <Trans>上一年</Trans>
        </Button>
        {year < thisYear ? (
          <Button variant="default" onClick={() => go(year + 1)}>
            <Trans>下一年</Trans>
          </Button>
        ) : null}
        <Link to="/company/packs">
          <Trans>每一次活动的说明</Trans>
        </Link>
      </div>
      {error && !found ? (
        <ErrorState error={error} retry={reload} />
      ) : !found ? (
        <LoadingState lines={6} />
      ) : found.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>您现在不替团队约活动</Trans>}>
          <p>
            <Trans>请让机构把您登记为团队的联系人。</Trans>
          </p>
        </EmptyState>
      ) : (
        found.map((impact) => <OneTeam key={impact.teamId} impact={impact} reload={reload} />)
      )}
    </Page>
  );
}

function OneTeam({ impact, reload }: { readonly impact: Impact; readonly reload: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { teamId, teamName, year, days, closed, frozenAt, hash } = impact;
  const lang = i18n.locale === 'en' ? 'en' : 'zh';
  const file = (name: string): string =>
    `/files/impact/${encodeURIComponent(teamId)}/${String(year)}/report.${name}?lang=${lang}`;
  return (
    <Section title={<span lang={dataLang(teamName)}>{teamName}</span>}>
      {days.length === 0 ? (
        <EmptyState title={<Trans>这一年还没有收到活动的说明</Trans>}>
          <p>
            <Trans>活动结束以后十个工作日以内，机构会写好发给您。</Trans>
          </p>
        </EmptyState>
      ) : (
        <Figures impact={impact} />
      )}
      {days.map((day) => (
        <div key={`${day.onDate} ${day.theme}`} className={styles['day']}>
          <h3>{lang === 'en' && day.themeEn ? day.themeEn : day.theme}</h3>
          <p className={styles['quiet']}>
            {format.dayOfWeek(day.onDate)} · <Plural value={day.people} other="# 位同事" />
            {' · '}
            <Trans>{hoursOf(day.minutes)} 小时</Trans>
          </p>
          <p className={styles['words']} lang={dataLang(day.outcomes)}>
            {day.outcomes}
          </p>
        </div>
      ))}
      <Papers papers={impact.papers} />
      {days.length > 0 || impact.papers.length > 0 ? (
        <div className={styles['row']}>
          <a className={styles['file']} href={file('pdf')} download>
            <IconDownload size={18} stroke={1.75} aria-hidden />
            <Trans>下载 PDF</Trans>
          </a>
          <a className={styles['file']} href={file('xlsx')} download>
            <IconDownload size={18} stroke={1.75} aria-hidden />
            <Trans>下载表格（XLSX）</Trans>
          </a>
        </div>
      ) : null}
      {frozenAt ? (
        <>
          <div className={styles['row']}>
            <StateBadge tone="good">
              <Trans>年度说明，{format.dayOf(frozenAt)} 定下</Trans>
            </StateBadge>
          </div>
          <p className={styles['quiet']}>
            <Trans>
              指纹：<code className={styles['code']}>{hash}</code>
            </Trans>
          </p>
        </>
      ) : closed ? (
        <Freeze teamId={teamId} year={year} reload={reload} />
      ) : (
        <div className={styles['row']}>
          <StateBadge tone="waiting">
            <Trans>这一年还没有结束</Trans>
          </StateBadge>
        </div>
      )}
    </Section>
  );
}

function Papers({ papers }: { readonly papers: Impact['papers'] }) {
  return (
    <>
      <h3 className={styles['part']}>
        <Trans>捐赠协议和收据</Trans>
      </h3>
      {papers.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>机构还没有放进这一年的协议或收据。</Trans>
        </p>
      ) : (
        <>
          <p className={styles['quiet']}>
            <Trans>金额照纸上写的抄录，不是账目，也不加在一起。</Trans>
          </p>
          <TeamPaperList papers={papers} />
        </>
      )}
    </>
  );
}

function Figures({ impact }: { readonly impact: Impact }) {
  const { people, minutes, participants, taskReached, processReached, days } = impact;
  return (
    <dl className={styles['figures']}>
      <Figure name={<Trans>参加的同事</Trans>} value={people} />
      <Figure name={<Trans>活动次数</Trans>} value={days.length} />
      <Figure name={<Trans>服务小时</Trans>} value={hoursOf(minutes)} />
      <Figure name={<Trans>孩子参加的人次</Trans>} value={participants ?? <Trans>人少，不说</Trans>} />
      <Figure name={<Trans>要做成的事（1–5）</Trans>} value={taskReached ?? '—'} />
      <Figure name={<Trans>希望长出的（1–5）</Trans>} value={processReached ?? '—'} />
    </dl>
  );
}

const Figure = ({ name, value }: { readonly name: ReactNode; readonly value: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Freeze({
  teamId,
  year,
  reload,
}: {
  readonly teamId: string;
  readonly year: number;
  readonly reload: () => void;
}) {
  const [{ fetching }, freeze] = useMutation(FREEZE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const act = async (): Promise<void> => {
    const { data, error } = await freeze({ input: { teamId, year } });
    setProblem(data?.outcome.__typename === 'Impact' ? null : <RequestFault error={error} />);
    reload();
  };
  return (
    <div>
      <p className={styles['quiet']}>
        <Trans>这一年结束了。定下年度说明以后，它不再改变；以后的更正只写在每次活动的说明里。</Trans>
      </p>
      <Button loading={fetching} onClick={() => void act()}>
        <Trans>定下年度说明</Trans>
      </Button>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}
