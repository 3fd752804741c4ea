import { Trans } from '@lingui/react/macro';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import styles from './import.module.css';

export interface FileDropProps {
  readonly label: string;
  readonly hint: ReactNode;
  readonly file: File | undefined;
  readonly choose: (file: File | undefined) => void;
}

/** A file input that also takes a dropped file; by keyboard it is the input itself. */
export function FileDrop({ label, hint, file, choose }: FileDropProps) {
  const [over, setOver] = useState(false);
  const hover = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) choose(dropped);
  };
  return (
    <label
      className={styles['drop']}
      data-over={over}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
      <span>{label}</span>
      <small>{hint}</small>
      <input
        type="file"
        accept=".xlsx,.csv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
      <span className={styles['choose']}>{file ? <Trans>换一个文件</Trans> : <Trans>选文件</Trans>}</span>
      {file ? (
        <strong role="status">
          <Trans>选好了：{file.name}</Trans>
        </strong>
      ) : null}
    </label>
  );
}
