import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../button/Button.js';
import { Progress } from '../progress/Progress.js';
import { mayHelp, paperWords } from './paper-words.js';
import type { Papers, Underway } from './use-papers.js';
import styles from './upload.module.css';

/** A file on its way: how far it is, or why it did not arrive and what to do. */
export function UnderwayItem({ one, uploads }: { readonly one: Underway; readonly uploads: Papers }) {
  const { t, i18n } = useLingui();
  const { key, file, share, state, problem } = one;
  const { name } = file;
  if (state === 'SENDING') {
    const percent = Math.round(share * 100);
    return (
      <li className={styles['paper']}>
        <div className={styles['name']}>
          <Progress label={percent < 100 ? t`${name}：${percent}%` : t`${name}：正在检查`} value={percent} max={100} />
        </div>
        <Button variant="subtle" aria-label={t`取消上传${name}`} onClick={() => uploads.cancel(key)}>
          <Trans>取消</Trans>
        </Button>
      </li>
    );
  }
  const again = !problem || mayHelp(problem);
  return (
    <li className={styles['paper']} data-state="problem">
      <div className={styles['name']} role="alert">
        <strong>{name}</strong>
        <span className={styles['problem']}>
          {problem ? i18n._(paperWords(problem)) : <Trans>没有传上去。请看看网络，再试一次；填写的内容都还在。</Trans>}
        </span>
      </div>
      {again ? (
        <Button variant="default" aria-label={t`再试一次：${name}`} onClick={() => uploads.retry(key)}>
          <Trans>再试一次</Trans>
        </Button>
      ) : null}
      <Button variant="subtle" aria-label={t`移除${name}`} onClick={() => uploads.cancel(key)}>
        <Trans>移除</Trans>
      </Button>
    </li>
  );
}
