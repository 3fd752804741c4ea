import { useChosenColumns, type ChosenColumns } from '../../ui/list/use-chosen-columns.js';
import { useSelection, type Selection } from '../../ui/list/use-selection.js';
import type { Column } from '../../ui/table/DataTable.js';
import type { ListName } from './list-names.js';

/** What every list of the desk has: columns of one's own choice, and rows that can be picked. */
export interface ListFrame<Row> {
  readonly list: ListName;
  readonly columns: ChosenColumns<Column<Row>>;
  readonly selection: Selection;
  /** Whether a column stands, so that a page asks for no more than it shows. */
  readonly shows: (key: string) => boolean;
}

/** `filters` are those of the address: a list with others begins with nothing picked. */
export function useListFrame<Row>(
  list: ListName,
  all: readonly Column<Row>[],
  filters: Readonly<Record<string, string>>,
): ListFrame<Row> {
  const columns = useChosenColumns(all);
  const selection = useSelection(JSON.stringify([list, filters]));
  return { list, columns, selection, shows: (key) => columns.shown.some((column) => column.key === key) };
}
