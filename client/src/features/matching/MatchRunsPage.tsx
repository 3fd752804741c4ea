import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import type { MatchRunsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { usePages, type Pages } from '../../ui/list/use-pages.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { RUN_WORDS } from './criterion-words.js';
import { MATCH_RUNS } from './matching.operations.js';
import { StartRunForm } from './StartRunForm.js';

type Row = MatchRunsQuery['matchRuns']['edges'][number]['node'];

/** Starts a run, and keeps every earlier one with the proof that it was the best. */
export default function MatchRunsPage() {
  const { t } = useLingui();
  const may = useMay();
  const pages = usePages(MATCH_RUNS, { first: 20 }, (data) => data.matchRuns);
  return (
    <Page
      title={t`匹配`}
      lead={<Trans>为在等的孩子找合适的陪伴者。这里只提建议，由您决定；决定过的不会再被打乱。</Trans>}
    >
      {may('match.run') ? (
        <Card>
          <StartRunForm />
        </Card>
      ) : (
        <p>
          <Trans>匹配由社会工作者和督导者来做，您可以查看每一次的结果和理由。</Trans>
        </p>
      )}
      <p>
        <Link to="/agency/matching/weights">
          <Trans>匹配看重什么，为什么</Trans>
        </Link>
      </p>
      <Section title={<Trans>做过的匹配</Trans>}>
        <Runs pages={pages} />
      </Section>
    </Page>
  );
}

function Runs({ pages }: { readonly pages: Pages<MatchRunsQuery, Row> }) {
  const { t } = useLingui();
  const format = useFormat();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState />;
  if (totalCount === 0) {
    return (
      <EmptyState drawing={<TwoPaths />} title={<Trans>还没有做过匹配</Trans>}>
        <p>
          <Trans>导入名单并确认以后，选一个服务日期就可以开始，通常几秒钟就好。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t`做过的匹配，最近的在前`}
      summary={<Plural value={totalCount} other="共 # 次" />}
      rows={rows}
      rowKey={(row) => row.id}
      href={(row) => `/agency/matching/${encodeURIComponent(row.id)}`}
      columns={[
        { key: 'at', header: t`时间`, cell: (row) => format.instant(row.startedAt) },
        { key: 'by', header: t`谁做的`, cell: (row) => row.startedBy },
        { key: 'on', header: t`服务日期`, cell: (row) => format.day(row.serviceDate) },
        { key: 'open', header: t`等您决定`, cell: (row) => <Waiting count={row.waiting.totalCount} />, numeric: true },
        { key: 'children', header: t`考虑的儿童`, cell: (row) => row.childrenConsidered, numeric: true },
        { key: 'volunteers', header: t`考虑的志愿者`, cell: (row) => row.volunteersConsidered, numeric: true },
        { key: 'proof', header: t`证明`, cell: (row) => <Proof run={row} /> },
      ]}
      more={more}
    />
  );
}

function Waiting({ count }: { readonly count: number }) {
  return <Plural value={count} other="# 条" />;
}

function Proof({ run }: { readonly run: Row }) {
  const { i18n } = useLingui();
  if (run.state !== 'DONE') {
    const { tone, word } = RUN_WORDS[run.state];
    return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
  }
  return run.optimal && run.certificateChecked ? (
    <StateBadge tone="good">
      <Trans>已证明最好</Trans>
    </StateBadge>
  ) : (
    <StateBadge tone="quiet">
      <Trans>还没有证明</Trans>
    </StateBadge>
  );
}
