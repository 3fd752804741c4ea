import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { parseLocalDate, PEOPLE_BY_NAME } from '@tongxing/shared/kernel';
import { parseReason } from '@tongxing/shared/rules';
import { Link } from 'react-router';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { VolunteersQuery } from '../../gql/graphql.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
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
import { ListTools, useListFrame, VolunteerActions, type ListFrame } from '../lists/index.js';
import { STANDING_WORDS } from './eligibility-words.js';
import { ReadinessSummary } from './ReadinessSummary.js';
import { VOLUNTEERS } from './readiness.operations.js';
import styles from './readiness.module.css';
import { ServiceDateField } from './ServiceDateField.js';
import { useVolunteerColumns, type VolunteerRow } from './volunteer-columns.js';
import { STANDINGS, standingFilter } from './volunteers-view.js';

const FILTERS = ['standing', 'reason', 'q', 'on'] as const;

/** Who is ready on a day of service, and why the others are not yet. */
export default function VolunteersPage() {
  const { t, i18n } = useLingui();
  const { agency } = useViewer();
  const may = useMay();
  const filters = useUrlFilters(FILTERS);
  const { standing, reason, q } = filters.values;
  const on = parseLocalDate(filters.values.on) ?? agency.today;
  const filter = {
    standing: standingFilter(standing),
    reason: parseReason(reason) ?? null,
    name: q === '' ? null : q,
    serviceDate: on,
  };
  const frame = useListFrame('VOLUNTEERS', useVolunteerColumns(), filters.values);
  const asked = {
    languages: frame.shows('languages'),
    skills: frame.shows('skills'),
    area: frame.shows('area'),
    office: frame.shows('office'),
    supervisor: frame.shows('supervisor'),
    places: frame.shows('places'),
  };
  const pages = usePages(VOLUNTEERS, { first: 50, filter, on, q: filter.name, ...asked }, (data) => data.volunteers);
  const isEmpty = pages.first?.everyone.totalCount === 0;
  return (
    <Page
      title={t({ message: '志愿者', context: 'several' })}
      lead={<Trans>谁在服务那天可以出发，其他人还差什么、怎么办。</Trans>}
      width="wide"
    >
      <ReadinessSummary on={on} />
      {isEmpty ? null : (
        <div className={styles['filters']}>
          <FilterChips
            label={t`按准备情况筛选`}
            value={standing}
            choose={(value) => filters.set('standing', value)}
            chips={[
              { value: '', label: t`全部` },
              ...STANDINGS.map((value) => ({ value, label: i18n._(STANDING_WORDS[value].word) })),
            ]}
          />
          <ListToolbar
            filters={filters}
            search={{ key: 'q', label: t`按姓名找`, hint: t`汉字、拼音或首字母` }}
            aside={
              <>
                <ServiceDateField value={on} change={(day) => filters.set('on', day === agency.today ? '' : day)} />
                <ListTools frame={frame} total={pages.totalCount} picks={may('volunteer.arrange')} />
              </>
            }
          />
        </div>
      )}
      <VolunteerRows pages={pages} frame={frame} on={on} q={q} filtered={filters.active} clear={filters.clear} />
    </Page>
  );
}

interface VolunteerRowsProps {
  readonly pages: Pages<VolunteersQuery, VolunteerRow>;
  readonly frame: ListFrame<VolunteerRow>;
  readonly on: string;
  readonly q: string;
  readonly filtered: boolean;
  readonly clear: () => void;
}

function VolunteerRows({ pages, frame, on, q, filtered, clear }: VolunteerRowsProps) {
  const { t } = useLingui();
  const { agency } = useViewer();
  const counted = useCounted();
  const may = useMay();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={6} />;
  const everyone = first.everyone.totalCount;
  if (everyone === 0) return <NoVolunteers />;
  if (totalCount === 0) return <NobodyLikeThis q={q} filtered={filtered} everyone={everyone} clear={clear} />;
  const shown = rows.length;
  const found = counted(totalCount);
  const known = counted(everyone);
  const query = on === agency.today ? '' : `?on=${on}`;
  const picks = may('volunteer.arrange');
  return (
    <>
      <DataTable
        caption={t`志愿者和他们在服务日期的准备情况`}
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
        href={(row) => `/agency/volunteers/${encodeURIComponent(row.id)}${query}`}
        columns={frame.columns.shown}
        more={more}
        picking={picks ? { selection: frame.selection, nameOf: ({ name }) => name } : undefined}
      />
      {picks ? <VolunteerActions frame={frame} total={totalCount} reload={reload} /> : null}
    </>
  );
}

function NoVolunteers() {
  const may = useMay();
  return (
    <EmptyState
      drawing={<HandsWithBook />}
      title={<Trans>还没有志愿者</Trans>}
      action={
        may('roster.stage') ? (
          <Button component={Link} to="/agency/imports">
            <Trans>导入志愿者名单</Trans>
          </Button>
        ) : null
      }
    >
      <p>
        <Trans>把现有的表格导入进来，这里就会告诉您谁可以服务，谁还差哪一步。</Trans>
      </p>
    </EmptyState>
  );
}

interface NobodyProps {
  readonly q: string;
  readonly filtered: boolean;
  readonly everyone: number;
  readonly clear: () => void;
}

function NobodyLikeThis({ q, filtered, everyone, clear }: NobodyProps) {
  return (
    <EmptyState
      title={<Trans>没有符合条件的志愿者</Trans>}
      action={
        filtered ? (
          <Button variant="default" onClick={clear}>
            <Trans>看全部志愿者</Trans>
          </Button>
        ) : null
      }
    >
      <p>
        <Trans>全机构共 {everyone} 名志愿者，换个条件看看。</Trans>
      </p>
      {q === '' ? null : (
        <p>
          <Trans>姓名可以用汉字、拼音（ouyang）或首字母（oyh）找。</Trans>
        </p>
      )}
    </EmptyState>
  );
}
