import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { readFragment } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { GUEST_DAY, REFUSAL } from '../team-day/index.js';
import { keep, putColleagues, type ListAnswer } from './roster-files.js';
import type { RosterProps } from './RosterPage.js';
import { LIST_PROBLEM, ROW_REASON } from './row-words.js';
import styles from './team-roster.module.css';

const MOST_SHOWN = 8;
type Read = Extract<ListAnswer, { kind: 'READ' }>;

/** The company's own list: what would be sent stands here before anything is. */
export function InviteColleagues({ roster, reload }: RosterProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const fileId = useId();
  const [list, setList] = useState<File>();
  const [answer, setAnswer] = useState<ListAnswer>();
  const [busy, setBusy] = useState(false);
  const { bookingId, invited } = roster;
  const { closed } = readFragment(GUEST_DAY, roster.day);
  const lang = i18n.locale === 'en' ? 'en' : 'zh';
  const put = async (file: File, send: boolean): Promise<ListAnswer> => {
    setBusy(true);
    const said = await putColleagues(bookingId, file, { send, lang });
    setBusy(false);
    return said;
  };
  const choose = async (file: File | undefined): Promise<void> => {
    setAnswer(undefined);
    setList(file);
    if (file) setAnswer(await put(file, false));
  };
  const send = async (): Promise<void> => {
    if (!list) return;
    const said = await put(list, true);
    if (said.kind !== 'READ') return setAnswer(said);
    setAnswer(undefined);
    setList(undefined);
    toast({ message: t`链接发给了 ${said.people} 位同事。` });
    reload();
  };
  return (
    <div className={styles['fields']}>
      {invited > 0 ? (
        <p>
          <Trans>已经给 {invited} 个手机号或邮箱发过链接。</Trans>
        </p>
      ) : null}
      {closed ? null : (
        <>
          <p className={styles['quiet']}>
            <Trans>
              一行一位同事：姓名，手机或邮箱，CSV 或 XLSX
              都可以。平台只替您发链接，报不报名由同事自己决定；名单用完就不留。
            </Trans>
          </p>
          <div className={styles['file']}>
            <label htmlFor={fileId}>
              <Trans>同事名单（.csv 或 .xlsx）</Trans>
            </label>
            <input
              key={list ? 'chosen' : 'none'}
              id={fileId}
              type="file"
              accept=".csv,.txt,.xlsx,text/csv,text/plain"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
          </div>
          {list ? <p className={styles['quiet']}>{list.name}</p> : null}
          {answer?.kind === 'READ' ? <WouldSend read={answer} busy={busy} send={() => void send()} /> : null}
          {answer?.kind === 'REFUSED' ? (
            <p role="alert">
              {answer.code === 'TOO_MANY_INVITES' ? (
                <Trans>这一天最多还能发给 {answer.limit ?? 0} 个手机号或邮箱。请把名单分短，只留可能来的同事。</Trans>
              ) : answer.why && answer.why in REFUSAL ? (
                i18n._(REFUSAL[answer.why as keyof typeof REFUSAL])
              ) : (
                i18n._(LIST_PROBLEM[answer.code] ?? UNREADABLE)
              )}
            </p>
          ) : null}
          {answer?.kind === 'FAILED' ? (
            <p role="alert">
              <Trans>没有发送成功，请检查网络后再试一次。</Trans>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

const UNREADABLE = LIST_PROBLEM['ENCODING_UNREADABLE'] ?? { id: '' };

function WouldSend({ read, busy, send }: { readonly read: Read; readonly busy: boolean; readonly send: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { people, leftOut, file } = read;
  return (
    <div role="status" className={styles['fields']}>
      <strong>
        <Plural value={people} other="会发给 # 位同事。" />
      </strong>
      {leftOut.length > 0 ? (
        <>
          <p>
            <Plural value={leftOut.length} other="有 # 行不会发：" />
          </p>
          <ul>
            {leftOut.slice(0, MOST_SHOWN).map(({ line, name, reasons }) => (
              <li key={line}>
                <Trans>
                  第 {line} 行 {name}：{format.list(reasons.map((one) => i18n._(ROW_REASON[one] ?? OTHER)))}
                </Trans>
              </li>
            ))}
          </ul>
          {file === null ? null : (
            <div>
              <Button
                variant="default"
                onClick={() => keep(new Blob([file], { type: 'text/csv;charset=utf-8' }), t`没有发的同事.csv`)}
              >
                <Trans>下载这些行</Trans>
              </Button>
            </div>
          )}
        </>
      ) : null}
      {people > 0 ? (
        <div>
          <Button loading={busy} onClick={send}>
            <Trans>发出链接</Trans>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const OTHER = ROW_REASON['NAME_INVALID'] ?? { id: '' };
