import { Trans } from '@lingui/react/macro';
import { useHotkeys } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../button/Button.js';
import styles from './table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  readonly numeric?: boolean;
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
}

/** A table at the desk, cards on a phone. `j` and `k` walk through the rows, Enter opens. */
export function DataTable<Row>({ caption, summary, rows, rowKey, columns, href, more }: DataTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (step: 1 | -1): void => {
    const targets = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-target]') ?? [])];
    const now = targets.findIndex((target) => target.closest('tr')?.contains(document.activeElement));
    const next = now === -1 ? (step === 1 ? 0 : targets.length - 1) : now + step;
    targets[next]?.focus();
  };
  useHotkeys([
    ['j', () => walk(1)],
    ['k', () => walk(-1)],
  ]);
  return (
    <div className={styles['frame']}>
      <p className={styles['summary']} role="status">
        {summary}
      </p>
      <table className={styles['table']}>
        <caption className="tx-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, header, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric ?? false}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row-target={href ? undefined : ''} tabIndex={href ? undefined : -1}>
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
