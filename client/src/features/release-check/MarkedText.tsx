import { useLingui } from '@lingui/react';
import { MARK_WORDS } from './mark-words.js';
import { piecesOf } from './marks-view.js';
import styles from './release-check.module.css';
import type { KindMark } from './use-marks.js';

/** A text as others will read it, with what is marked underlined; what a mark means stands in its title. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly KindMark[] }) {
  const { i18n } = useLingui();
  return (
    <>
      {piecesOf(text, marks).map(({ from, text: piece, mark }) =>
        mark ? (
          <mark key={from} className={styles['mark']} data-sure={mark.sure} title={i18n._(MARK_WORDS[mark.kind])}>
            {piece}
          </mark>
        ) : (
          <span key={from}>{piece}</span>
        ),
      )}
    </>
  );
}
