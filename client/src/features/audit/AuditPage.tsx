import { Trans, useLingui } from '@lingui/react/macro';
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
import { knownFilter, shortHash } from './audit-view.js';
import { ACTION_NAMES, actionWords, SUBJECT_NAMES, subjectWords } from './audit-words.js';
import { AuditFacts } from './AuditFacts.js';
import styles from './audit.module.css';

const FILTERS = ['action', 'subject'] as const;
type Row = AuditTrailQuery['auditTrail']['edges'][number]['node'];

/** Who did what, the newest first. Nothing here can be changed or removed. */
export default function AuditPage() {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters(FILTERS);
  const filter = {
    action: knownFilter(ACTION_NAMES, filters.values.action),
    subjectType: knownFilter(SUBJECT_NAMES, filters.values.subject),
  };
  const pages = usePages(AUDIT_TRAIL, { first: 50, filter }, (data) => data.auditTrail);
  return (
    <Page
      title={t`操作记录`}
      lead={<Trans>谁在什么时候做了什么，最近的在前。每一条都与前一条相连，改不了，也删不掉。</Trans>}
      width="wide"
    >
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
        ]}
      />
      <Rows pages={pages} filtered={filters.active} />
      <WhoSees permission="audit.read" />
    </Page>
  );
}

function Rows({ pages, filtered }: { readonly pages: Pages<AuditTrailQuery, Row>; readonly filtered: boolean }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={8} />;
  if (totalCount === 0) {
    return (
      <EmptyState title={filtered ? <Trans>没有符合条件的记录</Trans> : <Trans>还没有记录</Trans>}>
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
        { key: 'actor', header: t`谁`, cell: ({ actorName }) => actorName ?? <Trans>系统</Trans> },
        { key: 'action', header: t`做了什么`, cell: ({ action }) => i18n._(actionWords(action)) },
        { key: 'subject', header: t`关于什么`, cell: ({ subjectType }) => i18n._(subjectWords(subjectType)) },
        { key: 'facts', header: t`细节`, cell: ({ facts }) => <AuditFacts json={facts} /> },
        {
          key: 'hash',
          header: t`序号和校验码`,
          cell: ({ sequence, hash }) => (
            <span className={styles['hash']} title={hash}>
              {sequence} · {shortHash(hash)}
            </span>
          ),
        },
      ]}
      more={more}
    />
  );
}
