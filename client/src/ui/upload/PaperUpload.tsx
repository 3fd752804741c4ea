import { Trans, useLingui } from '@lingui/react/macro';
import { IconCamera, IconFileUpload } from '@tabler/icons-react';
import { useId, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import { PaperItem } from './PaperItem.js';
import { UnderwayItem } from './UnderwayItem.js';
import type { Papers } from './use-papers.js';
import styles from './upload.module.css';

/** Phones that keep photos in a form of their own convert them where they are asked for these. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf';

export interface PaperUploadProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** So many at most; the fields go away once they are there. */
  readonly most: number;
  readonly uploads: Papers;
}

/** Brings in photos and scans: by choosing, by dragging, by the camera; by keyboard it is the inputs themselves. */
export function PaperUpload({ label, hint, most, uploads }: PaperUploadProps) {
  const { t } = useLingui();
  const id = useId();
  const [over, setOver] = useState(false);
  const room = most - uploads.papers.length - uploads.underway.length;
  const bring = (files: FileList | null): void => uploads.bring([...(files ?? [])].slice(0, Math.max(room, 0)));
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    bring(event.currentTarget.files);
    // The same file can be chosen again after it was removed.
    event.currentTarget.value = '';
  };
  const hover = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    bring(event.dataTransfer.files);
  };
  return (
    <fieldset className={styles['upload']} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <ul className={styles['papers']} aria-label={t`材料`}>
        {uploads.papers.map((paper) => (
          <PaperItem key={paper.id} paper={paper} uploads={uploads} />
        ))}
        {uploads.underway.map((one) => (
          <UnderwayItem key={one.key} one={one} uploads={uploads} />
        ))}
      </ul>
      {room > 0 ? (
        <div
          className={styles['drop']}
          data-over={over}
          onDragOver={hover(true)}
          onDragLeave={hover(false)}
          onDrop={drop}
        >
          <label className={`${styles['way']} ${styles['camera']}`}>
            <IconCamera size={20} stroke={1.75} aria-hidden />
            <Trans>拍照</Trans>
            <input type="file" accept="image/*" capture="environment" onChange={choose} />
          </label>
          <label className={styles['way']}>
            <IconFileUpload size={20} stroke={1.75} aria-hidden />
            <Trans>选照片或 PDF</Trans>
            <input type="file" accept={ACCEPTED} multiple={room > 1} onChange={choose} />
          </label>
          <span className={styles['drag']}>
            <Trans>也可以拖到这里</Trans>
          </span>
        </div>
      ) : null}
    </fieldset>
  );
}
