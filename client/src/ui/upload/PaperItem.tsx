import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../button/Button.js';
import { useFormat } from '../format/use-format.js';
import type { Paper } from './upload-paper.js';
import type { Papers } from './use-papers.js';
import styles from './upload.module.css';

/** A paper that is kept: its picture where this page has it, its name as the way to it, and taking it away. */
export function PaperItem({ paper, uploads }: { readonly paper: Paper; readonly uploads: Papers }) {
  const { t } = useLingui();
  const { name } = paper;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const gone = await uploads.remove(paper);
    setBusy(false);
    setFailed(!gone);
  };
  return (
    <li className={styles['paper']}>
      <Picture paper={paper} address={uploads.pictureOf(paper)} />
      <span className={styles['name']}>
        <PaperLink paper={paper} />
        {failed ? (
          <span role="alert" className={styles['problem']}>
            <Trans>没有能移除，请再试一次。</Trans>
          </span>
        ) : null}
      </span>
      <Button variant="subtle" loading={busy} aria-label={t`移除${name}`} onClick={() => void remove()}>
        <Trans>移除</Trans>
      </Button>
    </li>
  );
}

/** Opens in a window of its own: a photo to look at, a PDF as a download. */
export function PaperLink({
  paper: { path, name, addedAt },
}: {
  readonly paper: Pick<Paper, 'path' | 'name' | 'addedAt'>;
}) {
  const format = useFormat();
  return (
    <>
      <a href={path} target="_blank" rel="noreferrer">
        {name}
      </a>
      {addedAt ? <span className={styles['hint']}>{format.instant(addedAt)}</span> : null}
    </>
  );
}

export function Picture({
  paper,
  address,
}: {
  readonly paper: Pick<Paper, 'kind'>;
  readonly address?: string | undefined;
}) {
  if (address) return <img className={styles['picture']} src={address} alt="" />;
  const Kind = paper.kind === 'PDF' ? IconFileTypePdf : IconPhoto;
  return (
    <span className={styles['picture']}>
      <Kind size={24} stroke={1.5} aria-hidden />
    </span>
  );
}
