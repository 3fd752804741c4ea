import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { Button } from '../../ui/button/Button.js';
import { MARK_WORDS } from './mark-words.js';
import styles from './release-check.module.css';
import type { KindMark } from './use-marks.js';

export interface MarkListProps {
  readonly text: string;
  readonly marks: readonly KindMark[];
  readonly complete: boolean;
  /** Left out where the reader does not write. */
  readonly take?: ((mark: KindMark) => void) | undefined;
}

/** Each mark with its suggestion, one press away; the writer decides. */
export function MarkList({ text, marks, complete, take }: MarkListProps) {
  const { i18n } = useLingui();
  if (marks.length === 0) {
    return (
      <p className={styles['clean']} role="status">
        <IconCircleCheck size={18} stroke={1.75} aria-hidden />
        {complete ? <Trans>没有看到会让人认出孩子的地方。</Trans> : <Trans>正在看一看……</Trans>}
      </p>
    );
  }
  return (
    <div className={styles['marks']}>
      <p role="status">
        <IconPencil size={18} stroke={1.75} aria-hidden />
        <span>
          <Plural value={marks.length} other="有 # 处请再看一眼。" /> <Trans>这只是提醒，由您决定。</Trans>
        </span>
      </p>
      <ul>
        {marks.map((mark) => {
          const found = text.slice(mark.from, mark.to).trim();
          return (
            <li key={`${mark.from} ${mark.kind}`}>
              <span>
                <mark className={styles['mark']} data-sure={mark.sure}>
                  {found}
                </mark>{' '}
                {i18n._(MARK_WORDS[mark.kind])}
              </span>
              {take ? (
                <Button variant="default" onClick={() => take(mark)}>
                  {mark.instead === '' ? <Trans>去掉</Trans> : <Trans>换成“{mark.instead}”</Trans>}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
