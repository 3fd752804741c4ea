import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { ImportBatchesQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { KIND_WORDS, STATE_WORDS } from './import-words.js';
import { IMPORT_BATCHES } from './imports.operations.js';
import { UploadForm } from './UploadForm.js';

type Batch = ImportBatchesQuery['importBatches'][number];

/** Brings an existing spreadsheet in; below, every roster that came before and where it stands. */
export default function ImportsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: IMPORT_BATCHES });
  return (
    <Page
      title={t`导入名单`}
      lead={<Trans>原来的表格可以直接用：先看每一行读得对不对，再导入，最后由第二个人确认。</Trans>}
    >
      <Card>
        <UploadForm />
      </Card>
      <Section title={<Trans>导入过的名单</Trans>}>
        {error && !data ? (
          <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
        ) : data ? (
          <Batches batches={data.importBatches} />
        ) : (
          <LoadingState />
        )}
      </Section>
    </Page>
  );
}

function Batches({ batches }: { readonly batches: readonly Batch[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  if (batches.length === 0) {
    return (
      <EmptyState drawing={<MovingDesk />} title={<Trans>还没有导入过名单</Trans>}>
        <p>
          <Trans>在上面选一份志愿者或者儿童的名单，就可以开始。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t`导入过的名单，最近的在前`}
      summary={<Plural value={batches.length} other="共 # 份名单" />}
      rows={batches}
      rowKey={(batch) => batch.id}
      href={(batch) => `/agency/imports/${encodeURIComponent(batch.id)}`}
      columns={[
        { key: 'file', header: t`文件`, cell: (batch) => batch.fileName },
        { key: 'kind', header: t`种类`, cell: (batch) => i18n._(KIND_WORDS[batch.kind]) },
        {
          key: 'state',
          header: t`进展`,
          cell: ({ state }) => (
            <StateBadge tone={STATE_WORDS[state].tone}>{i18n._(STATE_WORDS[state].word)}</StateBadge>
          ),
        },
        { key: 'rows', header: t`行数`, cell: (batch) => batch.rowCount, numeric: true },
        { key: 'imported', header: t`已导入`, cell: (batch) => batch.importedCount, numeric: true },
        { key: 'by', header: t`上传的人`, cell: (batch) => batch.stagedBy },
        { key: 'at', header: t`上传时间`, cell: (batch) => format.instant(batch.stagedAt) },
      ]}
    />
  );
}
