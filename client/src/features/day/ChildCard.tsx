import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ChildSeemed, WriteActivityChildInput } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { faceWord, SEEMED, SEEMED_CODES, WORRIES } from './child-words.js';
import { ChildSays } from './ChildSays.js';
import type { Day } from './DayPage.js';
import type { DayChild } from './ChildrenPart.js';
import { useChildAnswer } from './use-child-answer.js';
import type { WriteChild } from './use-children.js';
import { Visits } from './Visits.js';
import styles from './day.module.css';

export interface ChildCardProps {
  readonly child: DayChild;
  readonly day: Day;
  /** What waits of this child for a connection. */
  readonly kept: WriteActivityChildInput | undefined;
  readonly write: WriteChild;
  readonly reload: () => void;
}
interface Typed {
  readonly seemed: ChildSeemed | '';
  readonly note: string;
  readonly fetchedBy: string;
}
const SPEAKS: readonly string[] = ['RUNNING', 'RECORDED', 'EVALUATED'];
const BEFORE: readonly string[] = ['OPEN', 'ROSTER_LOCKED', 'RUNNING'];

/** One child: whether they come, how they are, who fetched them, what they say. One tap for what is next. */
export function ChildCard({ child, day, kept, write, reload }: ChildCardProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const tell = useChildAnswer(reload);
  const [busy, setBusy] = useState(false);
  const now = kept ?? child;
  const came = kept ? kept.came : child.inMinute != null;
  const [typed, setTyped] = useState<Typed>({
    ...{ seemed: now.seemed ?? '', note: now.note, fetchedBy: now.fetchedBy },
  });
  const { name } = child;
  const speaks = SPEAKS.includes(day.state);
  const put = async (more: Partial<WriteActivityChildInput>, said: string): Promise<boolean> => {
    setBusy(true);
    const { childId, version } = child;
    const { choice, face, words, note, fetchedBy } = now;
    const answer = await write({
      ...{ activityId: day.activityId, childId, version, choice, came, face: face ?? null, words, note, fetchedBy },
      ...{ saidBy: now.saidBy ?? 'CHILD', seemed: now.seemed ?? null },
      ...more,
    });
    setBusy(false);
    if (answer.kind === 'DONE') toast({ message: said });
    tell(answer);
    return answer.kind === 'DONE' || answer.kind === 'KEPT';
  };
  const worried = now.seemed != null && WORRIES.has(now.seemed);
  const fetched = came && now.fetchedBy !== '';
  return (
    <li className={styles['guest']}>
      <div className={styles['head']}>
        <strong>{name}</strong>
        {kept ? (
          <StateBadge tone="soon">
            <Trans>在这台设备上，等网络</Trans>
          </StateBadge>
        ) : now.choice === 'OPTED_OUT' ? (
          <StateBadge tone="quiet">
            <Trans>不来</Trans>
          </StateBadge>
        ) : fetched ? (
          <StateBadge tone="quiet">
            <Trans>接走了</Trans>
          </StateBadge>
        ) : came ? (
          <StateBadge tone="good">
            <Trans>在这里</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>要来</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {now.saidBy === 'GUARDIAN' ? <Trans>家长转告的</Trans> : <Trans>孩子自己说的</Trans>}
        {child.inMinute != null ? (
          <>
            {' · '}
            {format.minute(child.inMinute)}
            {child.outMinute == null ? null : `–${format.minute(child.outMinute)}`}
          </>
        ) : null}
        {now.seemed ? <> · {i18n._(SEEMED[now.seemed].word)}</> : null}
        {now.face != null ? <> · {i18n._(faceWord(now.face))}</> : null}
        {now.choice === 'SIGNED_UP' ? <Visits visits={child.visits} /> : null}
      </p>
      {worried ? (
        <p role="note">
          <Link
            to={`/concern?at=${encodeURIComponent(day.theme)}&child=${encodeURIComponent(child.childId)}`}
            state={{ childName: name }}
          >
            <Trans>担心{name}？马上记下，有人会跟进</Trans>
          </Link>
        </p>
      ) : null}
      <div className={styles['buttons']}>
        {day.state === 'RUNNING' && now.choice === 'SIGNED_UP' && !came ? (
          <Button
            loading={busy}
            aria-label={t`${name}到了`}
            onClick={() => void put({ came: true }, t`${name}到了，记下了。`)}
          >
            <Trans>记下到了</Trans>
          </Button>
        ) : null}
        {BEFORE.includes(day.state) && !came ? (
          now.choice === 'SIGNED_UP' ? (
            <Button
              variant="default"
              loading={busy}
              aria-label={t`${name}不来了`}
              onClick={() => void put({ choice: 'OPTED_OUT', came: false }, t`记下了：${name}不来。`)}
            >
              <Trans>不来了</Trans>
            </Button>
          ) : (
            <Button
              variant="default"
              loading={busy}
              aria-label={t`${name}又想来了`}
              onClick={() => void put({ choice: 'SIGNED_UP' }, t`记下了：${name}要来。`)}
            >
              <Trans>又想来了</Trans>
            </Button>
          )
        ) : null}
        {speaks && came ? (
          <ChildSays name={name} face={now.face ?? undefined} words={now.words} busy={busy} put={put} />
        ) : null}
      </div>
      {speaks && came ? (
        <details className={styles['fold']}>
          <summary>
            <Trans>{name}怎么样，由谁接走</Trans>
          </summary>
          <form
            className={styles['stack']}
            onSubmit={(event) => {
              event.preventDefault();
              const seemed = typed.seemed === '' ? null : typed.seemed;
              void put({ ...typed, seemed }, t`${name}的情况记下了。`);
            }}
          >
            <NativeSelect
              label={t`看起来怎么样`}
              value={typed.seemed}
              onChange={({ target }) => setTyped({ ...typed, seemed: target.value as ChildSeemed | '' })}
              data={[
                { value: '', label: t`还没有写` },
                ...SEEMED_CODES.map((code) => ({ value: code, label: i18n._(SEEMED[code].word) })),
              ]}
            />
            <TextInput
              label={t`要让同事知道的`}
              description={t`受伤或身体不舒服时一定要写。`}
              maxLength={500}
              value={typed.note}
              onChange={({ target }) => setTyped({ ...typed, note: target.value })}
            />
            <TextInput
              label={t`由谁接走`}
              description={t`孩子只跟写在这里的人走。还没走就空着。`}
              maxLength={60}
              value={typed.fetchedBy}
              onChange={({ target }) => setTyped({ ...typed, fetchedBy: target.value })}
            />
            <div>
              <Button type="submit" loading={busy}>
                <Trans>记下</Trans>
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </li>
  );
}
