import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { PEOPLE_BY_NAME } from '@tongxing/shared/kernel';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import type { ChildrenQuery } from '../../gql/graphql.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { ListToolbar } from '../../ui/list/ListToolbar.js';
import { useCounted } from '../../ui/list/use-counted.js';
import { usePages, type Pages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { ChildActions, ListTools, useListFrame, type ListFrame } from '../lists/index.js';
import { useChildColumns, type ChildRow } from './child-columns.js';
import { waitingFilter } from './children-view.js';
import { CHILDREN } from './children.operations.js';
import styles from './children.module.css';

const FILTERS = ['waiting', 'q'] as const;

/** The children the agency knows, each with the pseudonym that others read, and who walks beside them. */
export default function ChildrenPage() {
  const { t } = useLingui();
  const may = useMay();
  const filters = useUrlFilters(FILTERS);
  const { waiting, q } = filters.values;
  const filter = { waiting: waitingFilter(waiting), name: q === '' ? null : q };
  const frame = useListFrame('CHILDREN', useChildColumns(), filters.values);
  const asked = {
    area: frame.shows('area'),
    office: frame.shows('office'),
    birth: frame.shows('birth'),
    priority: frame.shows('priority'),
  };
  const pages = usePages(CHILDREN, { first: 50, filter, q: filter.name, ...asked }, (data) => data.children);
  const isEmpty = pages.first?.everyone.totalCount === 0;
  return (
    <Page
      title={t({ message: '儿童', context: 'several' })}
      lead={<Trans>孩子们希望一起做什么，谁正在身边，谁还在等一位陪伴者。</Trans>}
      width="wide"
    >
      {isEmpty ? null : (
        <div className={styles['filters']}>
          <FilterChips
            label={t`按陪伴情况筛选`}
            value={waiting}
            choose={(value) => filters.set('waiting', value)}
            chips={[
              { value: '', label: t`全部` },
              { value: 'true', label: t`在等陪伴者` },
              { value: 'false', label: t`已有安排` },
            ]}
          />
          <ListToolbar
            filters={filters}
            search={{ key: 'q', label: t`按姓名找`, hint: t`汉字、拼音或首字母` }}
            aside={<ListTools frame={frame} total={pages.totalCount} picks={may('child.arrange')} />}
          />
        </div>
      )}
      <Rows pages={pages} frame={frame} q={q} clear={filters.clear} />
    </Page>
  );
}

interface RowsProps {
  readonly pages: Pages<ChildrenQuery, ChildRow>;
  readonly frame: ListFrame<ChildRow>;
  readonly q: string;
  readonly clear: () => void;
}

function Rows({ pages, frame, q, clear }: RowsProps) {
  const { t } = useLingui();
  const counted = useCounted();
  const may = useMay();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={6} />;
  const everyone = first.everyone.totalCount;
  if (everyone === 0) return <NoChildren />;
  if (totalCount === 0) return <NobodyLikeThis q={q} everyone={everyone} clear={clear} />;
  const shown = rows.length;
  const found = counted(totalCount);
  const known = counted(everyone);
  const picks = may('child.arrange');
  return (
    <>
      <DataTable
        caption={t`儿童、化名和陪伴情况`}
        summary={
          q !== '' && totalCount >= PEOPLE_BY_NAME ? (
            <Trans>
              名字相近的很多，先列出最相近的 {totalCount} 名；多写一个字就更准。这里显示 {shown} 名。
            </Trans>
          ) : (
            <Trans>
              符合条件的 {found} 名，全机构共 {known} 名；这里显示 {shown} 名。
            </Trans>
          )
        }
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/agency/children/${encodeURIComponent(row.id)}`}
        columns={frame.columns.shown}
        more={more}
        picking={picks ? { selection: frame.selection, nameOf: ({ name }) => name } : undefined}
      />
      {picks ? <ChildActions frame={frame} total={totalCount} reload={reload} /> : null}
    </>
  );
}

function NoChildren() {
  const may = useMay();
  return (
    <EmptyState
      drawing={<OpenWindow />}
      title={<Trans>还没有登记儿童</Trans>}
      action={
        may('roster.stage') ? (
          <Button component={Link} to="/agency/imports">
            <Trans>导入儿童名单</Trans>
          </Button>
        ) : null
      }
    >
      <p>
        <Trans>导入以后，每个孩子都会有一个化名；个案以外的人只看得到化名。</Trans>
      </p>
    </EmptyState>
  );
}

interface NobodyProps {
  readonly q: string;
  readonly everyone: number;
  readonly clear: () => void;
}

function NobodyLikeThis({ q, everyone, clear }: NobodyProps) {
  return (
    <EmptyState
      title={<Trans>没有符合条件的儿童</Trans>}
      action={
        <Button variant="default" onClick={clear}>
          <Trans>看全部儿童</Trans>
        </Button>
      }
    >
      <p>
        <Trans>全机构共 {everyone} 名儿童，换个条件看看。</Trans>
      </p>
      {q === '' ? null : (
        <p>
          <Trans>姓名和化名可以用汉字找，姓名也可以用拼音（ouyang）或首字母（oyh）。</Trans>
        </p>
      )}
    </EmptyState>
  );
}
