import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { CompanionshipsQuery } from '../../gql/graphql.js';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { ListRow } from '../../ui/list/ListRow.js';
import { useCounted } from '../../ui/list/use-counted.js';
import { usePages, type Pages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable, type Column } from '../../ui/table/DataTable.js';
import { CompanionshipActions, ListTools, useListFrame, type ListFrame } from '../lists/index.js';
import { stateFilter, STATES } from './companionship-view.js';
import { nextOf, STATE_WORDS } from './companionship-words.js';
import { COMPANIONSHIPS } from './companionship.operations.js';

const FILTERS = ['state', 'due'] as const;
type Row = CompanionshipsQuery['companionships']['edges'][number]['node'];

/** Every pair that somebody accepted, by where it stands. */
export default function CompanionshipsPage() {
  const { t, i18n } = useLingui();
  const may = useMay();
  const filters = useUrlFilters(FILTERS);
  const { state, due } = filters.values;
  const frame = useListFrame('COMPANIONSHIPS', usePairColumns(), filters.values);
  const asked = {
    state: stateFilter(state),
    contactOverdue: due === 'CONTACT',
    toTell: due === 'TELL',
    uncovered: due === 'COVER',
  };
  const pages = usePages(COMPANIONSHIPS, { first: 50, ...asked }, (data) => data.companionships);
  const isEmpty = pages.first?.everything.totalCount === 0;
  return (
    <Page title={t`成长陪伴`} lead={<Trans>每一段陪伴走到了哪一步，下一步该谁。</Trans>} width="wide">
      {isEmpty ? null : (
        <ListRow>
          <FilterChips
            label={t`按进展筛选`}
            value={state}
            choose={(value) => filters.set('state', value)}
            chips={[
              { value: '', label: t`全部` },
              ...STATES.map((value) => ({ value, label: i18n._(STATE_WORDS[value].word) })),
            ]}
          />
          <FilterChips
            label={t`按今天要做的筛选`}
            value={due}
            choose={(value) => filters.set('due', value)}
            chips={[
              { value: '', label: t`不限` },
              { value: 'CONTACT', label: t`过了联系的日子` },
              { value: 'COVER', label: t`志愿者不在，没有人代` },
              { value: 'TELL', label: t`等着告诉孩子` },
            ]}
          />
          <ListTools frame={frame} total={pages.totalCount} picks={may('companionship.handOver')} />
        </ListRow>
      )}
      <Rows pages={pages} frame={frame} clear={filters.clear} />
    </Page>
  );
}

/** The columns of the list, in their order; the last day stands once it is chosen. */
function usePairColumns(): readonly Column<Row>[] {
  const { t, i18n } = useLingui();
  const format = useFormat();
  return [
    {
      key: 'child',
      header: t({ message: '儿童', context: 'one' }),
      cell: ({ child }) => t`${child.name}（化名${child.pseudonym}）`,
    },
    {
      key: 'volunteer',
      header: t`志愿者`,
      cell: ({ volunteer, cover }) =>
        cover ? t`${volunteer.name}（代为陪伴到 ${format.day(cover.until)}）` : volunteer.name,
    },
    {
      key: 'state',
      header: t`进展`,
      cell: ({ state }) => <StateBadge tone={STATE_WORDS[state].tone}>{i18n._(STATE_WORDS[state].word)}</StateBadge>,
    },
    { key: 'next', header: t`下一步`, cell: (row) => i18n._(nextOf(row)) },
    {
      key: 'since',
      header: t`开始的日子`,
      cell: ({ startsOn }) => (startsOn ? format.day(startsOn) : <Trans>还没有定</Trans>),
    },
    {
      key: 'ended',
      header: t`结束的日子`,
      off: true,
      cell: ({ endedOn }) => (endedOn ? format.day(endedOn) : ''),
    },
  ];
}

interface RowsProps {
  readonly pages: Pages<CompanionshipsQuery, Row>;
  readonly frame: ListFrame<Row>;
  readonly clear: () => void;
}

function Rows({ pages, frame, clear }: RowsProps) {
  const { t } = useLingui();
  const counted = useCounted();
  const may = useMay();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={6} />;
  if (totalCount === 0) return <Nothing some={first.everything.totalCount > 0} clear={clear} />;
  const found = counted(totalCount);
  const everything = counted(first.everything.totalCount);
  const picks = may('companionship.handOver');
  return (
    <>
      <DataTable
        caption={t`成长陪伴和它们的进展`}
        summary={
          <Trans>
            符合条件的 {found} 段，共 {everything} 段。
          </Trans>
        }
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/agency/companionships/${encodeURIComponent(row.id)}`}
        columns={frame.columns.shown}
        more={more}
        picking={picks ? { selection: frame.selection, nameOf: ({ child }) => child.name } : undefined}
      />
      {picks ? <CompanionshipActions frame={frame} total={totalCount} reload={reload} /> : null}
    </>
  );
}

function Nothing({ some, clear }: { readonly some: boolean; readonly clear: () => void }) {
  return some ? (
    <EmptyState
      title={<Trans>这一步现在没有陪伴</Trans>}
      action={
        <Button variant="default" onClick={clear}>
          <Trans>看全部陪伴</Trans>
        </Button>
      }
    />
  ) : (
    <EmptyState
      drawing={<TwoPaths />}
      title={<Trans>还没有成长陪伴</Trans>}
      action={
        <Button component={Link} to="/agency/matching">
          <Trans>去做一次匹配</Trans>
        </Button>
      }
    >
      <p>
        <Trans>匹配给出搭配建议。您接受一条，一段陪伴就从这里开始。</Trans>
      </p>
    </EmptyState>
  );
}
