import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { SupervisionMissed, Talk_SessionFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AgendaList } from './AgendaList.js';
import { HoldForm } from './HoldForm.js';
import { FINISH_ACTION, MISS, ONE_TALK, TALK } from './supervision.operations.js';
import { FORMAT, KIND, MISSED, SOURCE, STATE, WELLBEING } from './supervision-words.js';
import styles from './supervision.module.css';

export type Talk = Talk_SessionFragment;
interface PartProps {
  readonly talk: Talk;
  readonly reload: () => void;
}

/** One talk: what there is to talk about, what was said and agreed, and who has signed. */
export default function TalkPage() {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: ONE_TALK,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  if (!data.supervisionSession) return <NotFoundState home="/agency/supervision" />;
  const talk = readFragment(TALK, data.supervisionSession);
  const { state, plannedOn, startMinute, heldOn, seats } = talk;
  return (
    <Page
      title={format.list(seats.map(({ name }) => name))}
      lead={
        <>
          {heldOn ? format.dayOfWeek(heldOn) : `${format.dayOfWeek(plannedOn)} ${format.minute(startMinute)}`}
          {' · '}
          {i18n._(FORMAT[talk.format])}
          {' · '}
          {i18n._(KIND[talk.kind])}
          {' · '}
          {i18n._(SOURCE[talk.source])}
        </>
      }
      actions={
        <LinkButton to="/agency/supervision" variant="default">
          <Trans>全部会谈</Trans>
        </LinkButton>
      }
    >
      <p>
        <StateBadge tone={STATE[state].tone}>{i18n._(STATE[state].word)}</StateBadge>{' '}
        {talk.missedFor ? i18n._(MISSED[talk.missedFor]) : null}
      </p>
      {state === 'SCHEDULED' ? (
        <>
          <Section title={<Trans>可以谈的事</Trans>}>
            <Card>
              <AgendaList items={data.supervisionAgenda} seats={seats} />
            </Card>
          </Section>
          <Section title={<Trans>谈过以后写下来</Trans>}>
            <Card>
              <HoldForm talk={talk} reload={reload} />
            </Card>
          </Section>
          <Missed talk={talk} reload={reload} />
        </>
      ) : null}
      {heldOn ? <Record talk={talk} reload={reload} /> : null}
      {state === 'HELD' ? (
        <details>
          <summary>
            <Trans>改一改记录</Trans>
          </summary>
          <Card>
            <p className={styles['quiet']}>
              <Trans>改过以后，来的人要重新签名：签的总是最后这一份。</Trans>
            </p>
            <HoldForm talk={talk} reload={reload} />
          </Card>
        </details>
      ) : null}
      <p className={styles['quiet']}>
        <Trans>谈了什么，只有主持的人和来的志愿者看得到；机构负责人只看得到谈过没有。</Trans>
      </p>
    </Page>
  );
}

function Record({ talk, reload }: PartProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Section title={<Trans>记录</Trans>}>
      <Card>
        <dl className={styles['facts']}>
          <div>
            <dt>
              <Trans>谈了什么</Trans>
            </dt>
            <dd>{talk.topics}</dd>
          </div>
        </dl>
        {talk.seats.map((seat) => (
          <div key={seat.volunteerId} className={styles['seat']}>
            <div className={styles['head']}>
              <h3>{seat.name}</h3>
              {!seat.came ? (
                <StateBadge tone="quiet">
                  <Trans>没有来</Trans>
                </StateBadge>
              ) : seat.signedAt ? (
                <StateBadge tone="good">
                  <Trans>{format.dayOf(seat.signedAt)} 签了名</Trans>
                </StateBadge>
              ) : (
                <StateBadge tone="waiting">
                  <Trans>还没有签名</Trans>
                </StateBadge>
              )}
            </div>
            {seat.came ? (
              <dl className={styles['facts']}>
                {typeof seat.wellbeing === 'number' ? (
                  <Fact name={<Trans>这段时间怎么样</Trans>}>{wellbeingOf(seat.wellbeing, i18n._.bind(i18n))}</Fact>
                ) : null}
                {seat.praise ? <Fact name={<Trans>做得好的</Trans>}>{seat.praise}</Fact> : null}
                {seat.note ? <Fact name={<Trans>只有两个人看的话</Trans>}>{seat.note}</Fact> : null}
                {seat.wish ? <Fact name={<Trans>想谈的事</Trans>}>{seat.wish}</Fact> : null}
              </dl>
            ) : null}
          </div>
        ))}
      </Card>
      <Actions talk={talk} reload={reload} />
    </Section>
  );
}

function wellbeingOf(step: number, words: (message: (typeof WELLBEING)[number]) => string): string {
  const word = WELLBEING[step];
  return word ? words(word) : '';
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Actions({ talk, reload }: PartProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, finish] = useMutation(FINISH_ACTION);
  if (talk.actions.length === 0) return null;
  const press = async (actionId: string): Promise<void> => {
    const { data } = await finish({ input: { actionId } });
    if (data?.finishSupervisionAction.__typename === 'SupervisionSession') reload();
    else toast({ tone: 'danger', message: t`没有记下，请再试一次。` });
  };
  return (
    <Card>
      <h3>
        <Trans>说好的事</Trans>
      </h3>
      <ul className={styles['list']}>
        {talk.actions.map(({ id, name, text, dueOn, doneAt }) => (
          <li key={id} className={styles['line']}>
            <span>
              {text}{' '}
              <span className={styles['quiet']}>
                {name} · <Trans>{format.day(dueOn)} 以前</Trans>
              </span>
            </span>
            {doneAt ? (
              <StateBadge tone="good">
                <Trans>做完了</Trans>
              </StateBadge>
            ) : (
              <Button variant="default" loading={fetching} onClick={() => void press(id)}>
                <Trans>做完了</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Missed({ talk, reload }: PartProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, miss] = useMutation(MISS);
  const press = async (missedFor: SupervisionMissed): Promise<void> => {
    const { data } = await miss({ input: { sessionId: talk.id, version: talk.version, missedFor } });
    if (data?.missSupervision.__typename !== 'SupervisionSession') {
      toast({ tone: 'danger', message: t`这次会谈刚刚有了变化，请再看一看。` });
    }
    reload();
  };
  return (
    <details>
      <summary>
        <Trans>没有谈成</Trans>
      </summary>
      <div className={styles['buttons']}>
        {(Object.keys(MISSED) as SupervisionMissed[]).map((why) => (
          <Button key={why} variant="default" loading={fetching} onClick={() => void press(why)}>
            {i18n._(MISSED[why])}
          </Button>
        ))}
      </div>
    </details>
  );
}
