import { PaperLink, Picture } from './PaperItem.js';
import type { Paper } from './upload-paper.js';
import styles from './upload.module.css';

/** Papers to read. None is fetched before somebody opens it: each opening is written into the audit. */
export function PaperList({
  papers,
}: {
  readonly papers: readonly Pick<Paper, 'id' | 'path' | 'name' | 'kind' | 'addedAt'>[];
}) {
  return (
    <ul className={styles['papers']}>
      {papers.map((paper) => (
        <li key={paper.id} className={styles['paper']}>
          <Picture paper={paper} />
          <span className={styles['name']}>
            <PaperLink paper={paper} />
          </span>
        </li>
      ))}
    </ul>
  );
}
