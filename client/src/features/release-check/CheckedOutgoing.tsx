import { Plural, Trans } from '@lingui/react/macro';
import { IconCircleCheck, IconQrcode, IconUserQuestion } from '@tabler/icons-react';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import type { Checked, CodeFound } from './check-outgoing.js';
import { MarkedText } from './MarkedText.js';
import { MarkList } from './MarkList.js';
import { replaced } from './marks-view.js';
import styles from './release-check.module.css';

export interface CheckedOutgoingProps {
  readonly checked: Checked;
  /** Whether this audience asks for a second person. */
  readonly second: boolean;
  readonly busy: boolean;
  /** Left out for files, which are changed where they were made. */
  readonly write: ((text: string) => void) | undefined;
  readonly note: (seen: number) => void;
}

/** What is marked, where codes lead, and who has looked so far. */
export function CheckedOutgoing({ checked, second, busy, write, note }: CheckedOutgoingProps) {
  const { form, text, marks, codes, check } = checked;
  const seen = marks.length + codes.length;
  return (
    <section className={styles['sending']}>
      {codes.length > 0 ? <Codes codes={codes} /> : null}
      {form === 'PICTURE' && codes.length > 0 ? null : (
        <MarkList text={text} marks={marks} complete take={write && ((mark) => write(replaced(text, mark)))} />
      )}
      {form === 'DOCUMENT' ? (
        <p className={styles['read']}>
          <MarkedText text={text} marks={marks} />
        </p>
      ) : null}
      {form === 'PICTURE' ? (
        <p className={styles['quiet']}>
          <Trans>照片上的脸、校服、门牌和字，要您自己看：这里只读二维码和条形码。</Trans>
        </p>
      ) : null}
      <Standing check={check} />
      {check?.done || (check?.own && second) ? null : (
        <div>
          <Button variant={check ? 'filled' : 'default'} loading={busy} onClick={() => note(seen)}>
            {seen === 0 ? <Trans>我看过了，记下来</Trans> : <Trans>标出来的我都看过了，记下来</Trans>}
          </Button>
        </div>
      )}
    </section>
  );
}

function Codes({ codes }: { readonly codes: readonly CodeFound[] }) {
  return (
    <div className={styles['marks']}>
      <p role="status">
        <IconQrcode size={18} stroke={1.75} aria-hidden />
        <Plural value={codes.length} other="图片里有 # 个二维码或条形码，手机一扫就会到这里：" />
      </p>
      <ul>
        {codes.map(({ format, leadsTo }, index) => (
          <li key={`${index} ${format}`}>
            <mark className={styles['mark']} data-sure>
              {leadsTo}
            </mark>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ check }: { readonly check: Checked['check'] }) {
  const format = useFormat();
  if (!check) return null;
  const { checkedBy, own, done } = check;
  const Icon = done ? IconCircleCheck : IconUserQuestion;
  return (
    <p className={styles['standing']} data-done={done} role="status">
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>
        {done ? (
          <Trans>该看的人都看过了，可以寄出。</Trans>
        ) : own ? (
          <Trans>您在 {format.instant(check.checkedAt)} 看过了。请把同一份内容交给另一位同事，也在这里看一遍。</Trans>
        ) : (
          <Trans>
            {checkedBy}在 {format.instant(check.checkedAt)} 看过了。您看过以后，就可以寄出。
          </Trans>
        )}
      </span>
    </p>
  );
}
