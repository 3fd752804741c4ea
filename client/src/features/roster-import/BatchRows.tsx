import { Trans, useLingui } from '@lingui/react/macro';
import type { ImportRowsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { usePages, type Connection } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { problemCells, rowFilter, rowName } from './batch-view.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { fieldWords, problemWords } from './cell-words.js';
import type { BatchStepProps } from './batch-step.js';
import { ChooseRow } from './ChooseRow.js';
import { MendRow } from './MendRow.js';
import { listsPeople, ROW_WORDS } from './import-words.js';
import { IMPORT_ROWS } from './imports.operations.js';
import { isHint } from './roster-codes.js';
import styles from './import.module.css';

type Row = NonNullable<ImportRowsQuery['importBatch']>['rows']['edges'][number]['node'];
type Cell = Row['cells'][number];
const FILTERS = ['only'] as const;
const NOTHING: Connection<Row> = { edges: [], pageInfo: { hasNextPage: false }, totalCount: 0 };
const rowsOf = (data: ImportRowsQuery): Connection<Row> => data.importBatch?.rows ?? NOTHING;

/** The rows of the file as they were read, the doubtful cells marked with the reason. */
export function BatchRows({ batch, reload: reloadBatch }: BatchStepProps) {
  const { t } = useLingui();
  const filters = useUrlFilters(FILTERS);
  const people = listsPeople(batch.kind);
  const { rowCount, badCount, validCount, duplicateCount } = batch;
  const only = rowFilter(filters.values.only, badCount, batch.state);
  const { first, rows, totalCount, error, more, reload } = usePages(
    IMPORT_ROWS,
    { id: batch.id, first: 50, only },
    rowsOf,
  );
  const again = (): void => {
    reloadBatch();
    reload();
  };
  return (
    <>
      <FilterChips
        label={t`按行的情况筛选`}
        value={only}
        choose={(value) => filters.set('only', value)}
        chips={[
          { value: 'BAD', label: t`需要看一看 ${badCount}` },
          { value: 'DUPLICATE', label: t`重复 ${duplicateCount}` },
          { value: 'VALID', label: t`可以导入 ${validCount}` },
          { value: 'ALL', label: t`全部 ${rowCount}` },
        ]}
      />
      {badCount + duplicateCount > 0 && batch.state !== 'DISCARDED' ? (
        <p className={styles['download']}>
          <a href={`/files/rosters/${batch.id}/bad.csv`} download>
            <Trans>下载没有导入的行和原因</Trans>
          </a>
        </p>
      ) : null}
      {error && !first ? (
        <ErrorState error={error} retry={reload} />
      ) : !first ? (
        <LoadingState lines={6} />
      ) : totalCount === 0 ? (
        <EmptyState title={<Trans>没有这样的行</Trans>} />
      ) : (
        <DataTable
          caption={t`文件里的行`}
          summary={
            <Trans>
              符合条件的 {totalCount} 行，文件里共 {rowCount} 行。
            </Trans>
          }
          rows={rows}
          rowKey={(row) => String(row.line)}
          columns={[
            { key: 'line', header: t`第几行`, cell: ({ line }) => t`第 ${line} 行` },
            { key: 'name', header: people ? t`姓名` : t`名称`, cell: (row) => <RowName row={row} people={people} /> },
            { key: 'status', header: t`情况`, cell: (row) => <Status row={row} /> },
            {
              key: 'problems',
              header: t`要看的格子`,
              cell: (row) => <Problems row={row} batch={batch} reload={again} />,
            },
            { key: 'all', header: t`整行`, cell: (row) => <WholeRow row={row} /> },
          ]}
          more={more}
        />
      )}
    </>
  );
}

function RowName({ row: { cells }, people }: { readonly row: Row; readonly people: boolean }) {
  const name = rowName(cells);
  return (
    <span className={styles['name']} lang={dataLang(name ?? '')}>
      {name ?? (people ? <Trans>没有姓名</Trans> : <Trans>没有名称</Trans>)}
    </span>
  );
}

function Status({ row: { status } }: { readonly row: Row }) {
  const { i18n } = useLingui();
  const { tone, word } = ROW_WORDS[status];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}

function Problems({ row, batch, reload }: BatchStepProps & { readonly row: Row }) {
  const { i18n } = useLingui();
  const marked = problemCells(row.cells);
  if (marked.length === 0) return <Trans>都读懂了</Trans>;
  const isOpen = batch.state === 'STAGED' && row.status !== 'VALID';
  return (
    <>
      <ul className={styles['problems']}>
        {marked.map((cell, index) => (
          <li key={`${index}-${cell.field}`} data-hint={isHint(cell.problem ?? '')}>
            <CellName cell={cell} />
            <mark lang={dataLang(cell.raw)}>{cell.raw.trim() === '' ? <Trans>（空着）</Trans> : cell.raw}</mark>
            <span>{i18n._(problemWords(cell.problem ?? ''))}</span>
          </li>
        ))}
      </ul>
      {isOpen && row.differs.length > 0 ? (
        <ChooseRow batch={batch} line={row.line} differs={row.differs} choice={row.choice} reload={reload} />
      ) : null}
      {isOpen ? <MendRow batch={batch} line={row.line} cells={row.cells} reload={reload} /> : null}
    </>
  );
}

function WholeRow({ row }: { readonly row: Row }) {
  const filled = row.cells.filter(({ raw }) => raw.trim() !== '');
  return (
    <details className={styles['whole']}>
      <summary>
        <Trans>看第 {row.line} 行</Trans>
      </summary>
      <dl>
        {filled.map((cell, index) => (
          <div key={`${index}-${cell.field}`}>
            <dt>
              <CellName cell={cell} />
            </dt>
            <dd lang={dataLang(cell.raw)}>{cell.raw}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function CellName({ cell: { field, header } }: { readonly cell: Cell }) {
  const { i18n } = useLingui();
  const words = fieldWords(field);
  if (words) return <strong>{i18n._(words)}</strong>;
  return <strong>{header === '' ? <Trans>没有表头</Trans> : header}</strong>;
}
