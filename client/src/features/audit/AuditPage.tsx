import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { Link } from 'react-router';
import { useViewer } from '../../app/session/session-context.js';
import type { AuditTrailQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ListToolbar } from '../../ui/list/ListToolbar.js';
import { usePages, type Pages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { AUDIT_TRAIL } from './audit.operations.js';
import { auditFilter, exportAddress, midnightIn, shortHash } from './audit-view.js';
import { ACTION_NAMES, actionWords, SUBJECT_NAMES, subjectWords } from './audit-words.js';
import { AuditFacts } from './AuditFacts.js';
import { ExportAudit } from './ExportAudit.js';
import { Wholeness } from './Wholeness.js';
import styles from './audit.module.css';

const FILTERS = ['action', 'subject', 'who', 'about', 'from', 'until', 'refusals'] as const;
type Row = AuditTrailQuery['auditTrail']['edges'][number]['node'];

/** Who did what, the newest first. Nothing here can be changed or removed. */
export default function AuditPage() {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters(FILTERS);
  const { timeZone } = useViewer().agency;
  const known = { actions: ACTION_NAMES, subjects: SUBJECT_NAMES };
  const filter = auditFilter(filters.values, known, (day) => midnightIn(timeZone, day));
  const pages = usePages(AUDIT_TRAIL, { first: 50, filter }, (data) => data.auditTrail);
  return (
    <Page
      title={t`操作记录`}
      lead={<Trans>谁在什么时候做了什么，最近的在前。每一条都与前一条相连，改不了，也删不掉。</Trans>}
      width="wide"
      actions={<ExportAudit address={exportAddress(filter)} />}
    >
      <Wholeness />
      <ListToolbar
        filters={filters}
        choices={[
          {
            key: 'action',
            label: t`做了什么`,
            all: t`全部`,
            options: ACTION_NAMES.map((value) => ({ value, label: i18n._(actionWords(value)) })),
          },
          {
            key: 'subject',
            label: t`关于什么`,
            all: t`全部`,
            options: SUBJECT_NAMES.map((value) => ({ value, label: i18n._(subjectWords(value)) })),
          },
          {
            key: 'refusals',
            label: t`结果`,
            all: t`全部`,
            options: [{ value: 'true', label: t`只看被拒绝和没做成的` }],
          },
        ]}
        aside={<Period filters={filters} />}
      />
      <Rows pages={pages} filters={filters} />
      <WhoSees permission="audit.read" />
    </Page>
  );
}

type Filters = ReturnType<typeof useUrlFilters<(typeof FILTERS)[number]>>;

/** From one day to another, both included. */
function Period({ filters }: { readonly filters: Filters }) {
  const { t } = useLingui();
  return (
    <span className={styles['period']}>
      <TextInput
        type="date"
        label={t`从哪天`}
        value={filters.values.from}
        onChange={(event) => filters.set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t`到哪天`}
        value={filters.values.until}
        onChange={(event) => filters.set('until', event.currentTarget.value)}
      />
    </span>
  );
}

function Rows({ pages, filters }: { readonly pages: Pages<AuditTrailQuery, Row>; readonly filters: Filters }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={8} />;
  if (totalCount === 0) {
    return (
      <EmptyState title={filters.active ? <Trans>没有符合条件的记录</Trans> : <Trans>还没有记录</Trans>}>
        <p>
          <Trans>重要的操作一发生，就会写在这里。</Trans>
        </p>
      </EmptyState>
    );
  }
  const shown = rows.length;
  return (
    <DataTable
      caption={t`操作记录，最近的在前`}
      summary={
        <Trans>
          符合条件的 {totalCount} 条；这里显示最近的 {shown} 条。
        </Trans>
      }
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t`时间`, cell: ({ at }) => <span className={styles['at']}>{format.instant(at)}</span> },
        { key: 'actor', header: t`谁`, cell: (row) => <Who row={row} filters={filters} /> },
        { key: 'action', header: t`做了什么`, cell: ({ action }) => i18n._(actionWords(action)) },
        { key: 'subject', header: t`关于什么`, cell: (row) => <About row={row} filters={filters} /> },
        { key: 'facts', header: t`细节`, cell: ({ facts }) => <AuditFacts json={facts} /> },
        {
          key: 'hash',
          header: t`序号和校验码`,
          cell: ({ sequence, hash }) => (
            <span className={styles['hash']} {...(hash ? { title: hash } : {})}>
              {hash ? `${String(sequence)} · ${shortHash(hash)}` : sequence}
            </span>
          ),
        },
      ]}
      more={more}
    />
  );
}

/** The name leads to everything that this person did. */
function Who({ row: { actorId, actorName }, filters }: { readonly row: Row; readonly filters: Filters }) {
  const { t } = useLingui();
  if (!actorId || !actorName) return <Trans>系统</Trans>;
  if (filters.values.who === actorId) return actorName;
  return (
    <button
      type="button"
      className={styles['only']}
      title={t`只看${actorName}做的`}
      onClick={() => filters.set('who', actorId)}
    >
      {actorName}
    </button>
  );
}

/** The thing leads to everything that happened to this very one; a person's record to who has seen it. */
function About({ row: { subjectType, subjectId }, filters }: { readonly row: Row; readonly filters: Filters }) {
  const { t, i18n } = useLingui();
  const words = i18n._(subjectWords(subjectType));
  if (!subjectId) return words;
  return (
    <span className={styles['about']}>
      {filters.values.about === subjectId ? (
        words
      ) : (
        <button
          type="button"
          className={styles['only']}
          title={t`只看这一份的经过`}
          onClick={() => filters.set('about', subjectId)}
        >
          {words}
        </button>
      )}
      {subjectType === 'Child' || subjectType === 'Volunteer' ? (
        <Link to={`/agency/audit/readers/${encodeURIComponent(subjectId)}`}>
          <Trans>谁看过</Trans>
        </Link>
      ) : null}
    </span>
  );
}
