import { useRef, useState } from 'react';
import { previewRoster, type FileProblem, type PreviewColumn, type RosterUpload } from './upload-roster.js';

export interface PreviewState {
  /** Columns of the file as they would be read; undefined until the server has looked. */
  readonly columns: readonly PreviewColumn[] | undefined;
  /** What somebody says that the columns are, in the order of the file; empty for one that is not needed. */
  readonly fields: readonly string[];
  /** Whether anything is other than guessed: only then is it sent along. */
  readonly changed: boolean;
  readonly look: (upload: RosterUpload) => Promise<FileProblem | undefined>;
  readonly name: (column: number, field: string) => void;
  readonly forget: () => void;
}

/** Asks the server what the columns of a chosen file would be read as; an answer that comes too late is dropped. */
export function usePreview(): PreviewState {
  const [columns, setColumns] = useState<readonly PreviewColumn[]>();
  const [fields, setFields] = useState<readonly string[]>([]);
  const asked = useRef(0);

  const forget = (): void => {
    asked.current += 1;
    setColumns(undefined);
    setFields([]);
  };
  const look = async (upload: RosterUpload): Promise<FileProblem | undefined> => {
    forget();
    const mine = asked.current;
    const preview = await previewRoster(upload, (path, init) => fetch(path, init));
    if (mine !== asked.current) return undefined;
    if (preview.kind === 'REFUSED') return preview.problem;
    if (preview.kind === 'READ') {
      setColumns(preview.columns);
      setFields(preview.columns.map(({ field }) => field ?? ''));
    }
    return undefined;
  };
  // Of two columns that are called the same the one that was named last is it.
  const name = (column: number, field: string): void =>
    setFields((before) => before.map((one, at) => (at === column ? field : one === field ? '' : one)));
  const changed = columns?.some(({ field }, at) => (field ?? '') !== (fields[at] ?? '')) ?? false;
  return { columns, fields, changed, look, name, forget };
}
