import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { mayMove, PROGRESS_CARD_MACHINE } from '@tongxing/shared/states';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ProgressCardStep } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { Card } from './card.js';
import { STEP_CARD } from './progress-cards.operations.js';
import styles from './progress-cards.module.css';

type Asking = 'RETURN' | 'WITHDRAW' | 'FREEZE';

/** What whoever opens a card may do with it; the author hears who comes next. */
export function CardSteps({ card, reload }: { readonly card: Card; readonly reload: () => void }) {
  const [asking, setAsking] = useState<Asking>();
  const { take, fetching, problem } = useCardStep(card, reload);
  const { state, waiting, frozen, own } = card;
  const second = !own && !frozen;
  const offered = {
    review: second && state === 'DRAFT' && waiting,
    release: second && state === 'REVIEWED',
    giveBack: second && waiting,
    clear: !own && frozen,
    withdraw: mayMove(PROGRESS_CARD_MACHINE, state, 'WITHDRAWN'),
    freeze: !frozen && state !== 'WITHDRAWN',
  };
  if (state === 'WITHDRAWN') return null;
  return (
    <section className={styles['steps']}>
      {own && waiting && !frozen ? (
        <p>
          <Trans>您写的卡片，由另一位同事来看、来发出。</Trans>
        </p>
      ) : null}
      {problem}
      <div className={styles['actions']}>
        {offered.review ? (
          <Button loading={fetching} onClick={() => void take('REVIEW')}>
            <Trans>看过了，没有问题</Trans>
          </Button>
        ) : null}
        {offered.release ? (
          <Button loading={fetching} onClick={() => void take('RELEASE')}>
            <Trans>发给资助人</Trans>
          </Button>
        ) : null}
        {offered.clear ? (
          <Button loading={fetching} onClick={() => void take('CLEAR')}>
            <Trans>我认为可以继续</Trans>
          </Button>
        ) : null}
        {offered.giveBack ? (
          <Button variant="default" onClick={() => setAsking('RETURN')}>
            <Trans>请写的人再改一改</Trans>
          </Button>
        ) : null}
        {offered.withdraw ? (
          <Button variant="default" onClick={() => setAsking('WITHDRAW')}>
            <Trans>收回这张卡片</Trans>
          </Button>
        ) : null}
        {offered.freeze ? (
          <Button variant="outline" color="danger" onClick={() => setAsking('FREEZE')}>
            <Trans>担心孩子的安全，先停住</Trans>
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Why key={asking} asking={asking} busy={fetching} take={take} close={() => setAsking(undefined)} />
      ) : null}
    </section>
  );
}

interface WhyProps {
  readonly asking: Asking;
  readonly busy: boolean;
  readonly take: (step: ProgressCardStep, note: string) => Promise<void>;
  readonly close: () => void;
}

function Why({ asking, busy, take, close }: WhyProps) {
  const { t } = useLingui();
  const [note, setNote] = useState('');
  const label = { RETURN: t`想请对方改什么？`, WITHDRAW: t`为什么收回？`, FREEZE: t`担心什么？` }[asking];
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void take(asking, note);
      }}
    >
      <Textarea label={label} rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className={styles['actions']}>
        <Button type="submit" color={asking === 'FREEZE' ? 'danger' : 'teal'} loading={busy}>
          {asking === 'RETURN' ? (
            <Trans>送回去</Trans>
          ) : asking === 'WITHDRAW' ? (
            <Trans>收回</Trans>
          ) : (
            <Trans>停住</Trans>
          )}
        </Button>
        <Button variant="default" onClick={close}>
          <Trans>先不改</Trans>
        </Button>
      </div>
    </form>
  );
}

function useCardStep(card: Card, reload: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, step] = useMutation(STEP_CARD);
  const [problem, setProblem] = useState<ReactNode>(null);
  const refuse = (kind: CommonRefusalKind) => setProblem(<CommonRefusal kind={kind} reload={reload} />);
  const take = async (name: ProgressCardStep, note = ''): Promise<void> => {
    setProblem(null);
    const marksSeen = card.marks.length;
    const { data, error } = await step({
      input: { progressCardId: card.id, step: name, note, marksSeen, version: card.version },
    });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.stepProgressCard;
    switch (result.__typename) {
      case 'ProgressCard':
        toast({ message: name === 'RELEASE' ? t`发出去了。` : t`记下了。` });
        reload();
        return;
      case 'InvalidInput':
        setProblem(<p role="alert">{t`请写几个字，五百字以内。`}</p>);
        return;
      case 'ConsentMissing':
        setProblem(<NoConsent />);
        return;
      case 'SecondReaderNeeded':
        setProblem(<p role="alert">{t`写卡片的人不能自己放行，请另一位同事来。`}</p>);
        return;
      case 'MarksUnread':
        setProblem(<p role="alert">{t`有新标出来的地方，请先看一看。`}</p>);
        reload();
        return;
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        refuse(result.__typename);
        return;
      default:
        assertUnreachable(result);
    }
  };
  return { take, fetching, problem };
}

function NoConsent() {
  const { t } = useLingui();
  return (
    <RefusalPanel
      what={t`卡片没有发出`}
      why={t`家庭现在没有同意把孩子的进展告诉资助人，或者资助还没有开始。`}
      clause="PIPL 23, 31"
      now={t`和家庭谈一谈；他们同意以后再发，不同意也不影响任何服务。卡片会一直留在这里。`}
      ask={t`孩子的社会工作者。`}
    />
  );
}
