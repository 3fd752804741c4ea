import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { MySupervisionQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { FINISH_OWN, MY_TALKS, SIGN } from './my-supervision.operations.js';
import { FORMAT_WORD, OWN_STATE, WELLBEING_WORD } from './my-supervision-words.js';
import styles from './my-supervision.module.css';
import { WishForm } from './WishForm.js';

type Own = MySupervisionQuery['mySupervision'][number];
interface TalkProps {
  readonly talk: Own;
  readonly reload: () => void;
}

/** A volunteer's talks with their supervisor: what to talk about, their own copy, their signature. */
export default function MySupervisionPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_TALKS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`和督导谈一谈`}
      width="narrow"
      lead={<Trans>陪伴有高兴也有累的时候。您说的话，只有和您谈的督导看得到。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : data.mySupervision.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>还没有约会谈</Trans>}>
          <p>
            <Trans>想先谈一谈，可以直接联系您的督导或社会工作者，不用等到约好。</Trans>
          </p>
        </EmptyState>
      ) : (
        data.mySupervision.map((talk) => <OwnTalk key={talk.id} talk={talk} reload={reload} />)
      )}
    </Page>
  );
}

function OwnTalk({ talk, reload }: TalkProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { state, came, signedAt, heldOn, plannedOn, startMinute, leaderName } = talk;
  const toSign = state === 'HELD' && came && !signedAt;
  const word = toSign ? OWN_STATE.TO_SIGN : state === 'HELD' ? OWN_STATE.OTHERS_SIGN : OWN_STATE[state];
  return (
    <Card tone={toSign ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2>{heldOn ? format.day(heldOn) : `${format.dayOfWeek(plannedOn)} ${format.minute(startMinute)}`}</h2>
        <StateBadge tone={word.tone}>{i18n._(word.word)}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        {i18n._(FORMAT_WORD[talk.format])} · <Trans>和 {leaderName} 谈</Trans>
        {talk.minutes ? (
          <>
            {' · '}
            <Plural value={talk.minutes} other="# 分钟" />
          </>
        ) : null}
      </p>
      {state === 'SCHEDULED' ? <WishForm talk={talk} reload={reload} /> : null}
      {heldOn && came ? <Copy talk={talk} reload={reload} /> : null}
      {heldOn && !came ? (
        <p>
          <Trans>这次您没有来，没有写下关于您的话。</Trans>
        </p>
      ) : null}
      {toSign ? <Sign talk={talk} reload={reload} /> : null}
    </Card>
  );
}

function Copy({ talk, reload }: TalkProps) {
  const { i18n } = useLingui();
  const feeling = typeof talk.wellbeing === 'number' ? WELLBEING_WORD[talk.wellbeing] : undefined;
  return (
    <>
      <dl className={styles['facts']}>
        {talk.topics ? <Fact name={<Trans>谈了什么</Trans>}>{talk.topics}</Fact> : null}
        {talk.praise ? <Fact name={<Trans>督导看到您做得好的</Trans>}>{talk.praise}</Fact> : null}
        {feeling ? <Fact name={<Trans>您这段时间</Trans>}>{i18n._(feeling)}</Fact> : null}
        {talk.note ? <Fact name={<Trans>只有您和督导看得到的话</Trans>}>{talk.note}</Fact> : null}
      </dl>
      {talk.actions.length > 0 ? <Agreed talk={talk} reload={reload} /> : null}
    </>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Agreed({ talk, reload }: TalkProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, finish] = useMutation(FINISH_OWN);
  const press = async (actionId: string): Promise<void> => {
    const { data } = await finish({ input: { sessionId: talk.id, actionId } });
    if (data?.finishOwnSupervisionAction.__typename === 'MySupervision') toast({ message: t`记下了，谢谢您。` });
    else toast({ tone: 'danger', message: t`没有记下，请再试一次。` });
    reload();
  };
  return (
    <>
      <h3>
        <Trans>说好的事</Trans>
      </h3>
      <ul className={styles['list']}>
        {talk.actions.map(({ id, name, volunteerId, text, dueOn, doneAt }) => (
          <li key={id}>
            <p>{text}</p>
            <p className={styles['quiet']}>
              {name} · <Trans>{format.day(dueOn)} 以前</Trans>
            </p>
            {doneAt ? (
              <StateBadge tone="good">
                <Trans>做完了</Trans>
              </StateBadge>
            ) : volunteerId ? (
              <Button variant="default" loading={fetching} onClick={() => void press(id)}>
                <Trans>我做完了</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sign({ talk, reload }: TalkProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, sign] = useMutation(SIGN);
  const press = async (): Promise<void> => {
    const { data } = await sign({ input: { sessionId: talk.id, version: talk.version } });
    if (data?.signSupervision.__typename === 'MySupervision') toast({ message: t`签好了，谢谢您。` });
    else toast({ tone: 'danger', message: t`督导刚刚改了记录，请再看一看，再签名。` });
    reload();
  };
  return (
    <div className={styles['sign']}>
      <p className={styles['quiet']}>
        <Trans>签名表示：写的和谈的一样。写得不对，先不签，告诉督导来改。</Trans>
      </p>
      <Button size="md" fullWidth loading={fetching} onClick={() => void press()}>
        <Trans>写得对，我签名</Trans>
      </Button>
    </div>
  );
}
