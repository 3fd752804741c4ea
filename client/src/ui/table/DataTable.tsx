import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../button/Button.js';
import { useKeys } from '../list/use-keys.js';
import type { Selection } from '../list/use-selection.js';
import styles from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  readonly numeric?: boolean;
  /** Not shown until somebody chooses it. */
  readonly off?: boolean;
}

/** Rows that can be picked: what is done with them stands in the list's bar. */
export interface Picking<Row> {
  readonly selection: Selection;
  /** How the row is called, for those who hear the box beside it. */
  readonly nameOf: (row: Row) => string;
}

export interface DataTableProps<Row> {
  /** What the table lists, for those who hear it. */
  readonly caption: string;
  /** Count and denominator in words: 显示 50 名，共 200 名. */
  readonly summary: ReactNode;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The first column names the row; with `href` its cell is the link that Enter opens. */
  readonly columns: readonly Column<Row>[];
  readonly href?: (row: Row) => string;
  readonly more?: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly picking?: Picking<Row> | undefined;
}

/** A table at the desk, cards on a phone. `j` and `k` walk through the rows, Enter opens, `x` picks. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, summary, rows, rowKey, columns, href, more, picking } = props;
  const { t } = useLingui();
  const body = useRef<HTMLTableSectionElement>(null);
  const targets = () => [...(body.current?.querySelectorAll<HTMLElement>('[data-row-target]') ?? [])];
  const current = () => targets().findIndex((one) => one.closest('tr')?.contains(document.activeElement));
  const walk = (step: 1 | -1): void => {
    const all = targets();
    const now = current();
    const next = now === -1 ? (step === 1 ? 0 : all.length - 1) : now + step;
    all[next]?.focus();
  };
  const pick = (): void => {
    const row = rows[current()];
    if (row !== undefined) picking?.selection.toggle(rowKey(row));
  };
  useKeys({ j: () => walk(1), k: () => walk(-1), ...(picking ? { x: pick } : {}) });
  return (
    <div className={styles['frame']}>
      <p className={styles['summary']} role="status">
        {summary}
      </p>
      <table className={styles['table']}>
        <caption className="tx-hidden">{caption}</caption>
        <thead>
          <tr>
            {picking ? <PickAll picking={picking} keys={rows.map(rowKey)} /> : null}
            {columns.map(({ key, header, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric ?? false}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-row-target={href ? undefined : ''}
              data-picked={picking?.selection.has(rowKey(row))}
              tabIndex={href ? undefined : -1}
            >
              {picking ? (
                <td className={styles['pick']}>
                  <input
                    type="checkbox"
                    aria-label={t`选上${picking.nameOf(row)}`}
                    checked={picking.selection.has(rowKey(row))}
                    onChange={() => picking.selection.toggle(rowKey(row))}
                  />
                </td>
              ) : null}
              {columns.map(({ key, header, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={key} scope="row">
                    {href ? (
                      <Link to={href(row)} data-row-target="" className={styles['rowLink']}>
                        {cell(row)}
                      </Link>
                    ) : (
                      cell(row)
                    )}
                  </th>
                ) : (
                  <td key={key} data-label={header} data-numeric={numeric ?? false}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more ? (
        <Button variant="default" loading={more.loading} onClick={more.load} data-print="no">
          <Trans>再显示一些</Trans>
        </Button>
      ) : null}
    </div>
  );
}

interface PickAllProps<Row> {
  readonly picking: Picking<Row>;
  readonly keys: readonly string[];
}

/** The box above the boxes: all rows that stand here, or none. */
function PickAll<Row>({ picking: { selection }, keys }: PickAllProps<Row>) {
  const { t } = useLingui();
  const every = keys.every((key) => selection.has(key));
  return (
    <td className={styles['pick']}>
      <input
        type="checkbox"
        aria-label={t`选上这里显示的全部`}
        checked={every}
        onChange={() => (every ? selection.clear() : selection.choose(keys))}
      />
    </td>
  );
}
