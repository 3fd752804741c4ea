import { keptQuery, type ListName } from '@tongxing/shared/rules';
import { useChosenColumns, type ChosenColumns } from '../../ui/list/use-chosen-columns.js';
import { useSelection, type Selection } from '../../ui/list/use-selection.js';
import type { Column } from '../../ui/table/DataTable.js';

/** What every list of the desk has: columns of one's own choice, and rows that can be picked. */
export interface ListFrame<Row> {
  readonly list: ListName;
  readonly columns: ChosenColumns<Column<Row>>;
  readonly selection: Selection;
  /** Whether a column stands, so that a page asks for no more than it shows. */
  readonly shows: (key: string) => boolean;
  /** The filters as the address says them, whom somebody looked for among them. */
  readonly filters: string;
  /** What a view of this list as it stands now would keep. */
  readonly view: string;
  /** Where the list as it stands now can be taken along as a file. */
  readonly file: (language: string) => string;
}

/** `filters` are those of the address: a list with others begins with nothing picked. */
export function useListFrame<Row>(
  list: ListName,
  all: readonly Column<Row>[],
  filters: Readonly<Record<string, string>>,
): ListFrame<Row> {
  const columns = useChosenColumns(all);
  const said = Object.entries(filters).filter(([, value]) => value !== '');
  const query = new URLSearchParams(said).toString();
  const selection = useSelection(`${list}?${query}`);
  const cols = columns.shown.map(({ key }) => key).join(',');
  return {
    list,
    columns,
    selection,
    shows: (key) => columns.shown.some((column) => column.key === key),
    filters: query,
    view: keptQuery(
      list,
      new URLSearchParams([...said, ...(columns.reset ? [['cols', cols]] : [])] as string[][]).toString(),
    ),
    file: (language) => {
      const params = new URLSearchParams([...said, ['cols', cols], ['lang', language]]);
      return `/files/lists/${list.toLowerCase()}.xlsx?${params.toString()}`;
    },
  };
}
