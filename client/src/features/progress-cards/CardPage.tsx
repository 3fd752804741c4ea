import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MarkedText, MarkList, marksWithin } from '../release-check/index.js';
import { CardBadge } from './card-words.js';
import { CardForm } from './CardForm.js';
import { CardSteps } from './CardSteps.js';
import { PROGRESS_CARD } from './progress-cards.operations.js';
import styles from './progress-cards.module.css';
import type { Card } from './card.js';

/** One card: as the sponsor will read it, what is marked, and the next step of whoever opens it. */
export default function CardPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const toast = useToast();
  const [{ data, error }, load] = useQuery({ query: PROGRESS_CARD, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const { progressCard: card } = data;
  if (!card) return <NotFoundState home="/agency/cards" />;
  const editing = card.state === 'DRAFT' && !card.waiting && !card.frozen;
  const saved = (_: string, submitted: boolean): void => {
    toast({ message: submitted ? t`送到了，等另一位同事看。` : t`草稿存好了。` });
    reload();
  };
  return (
    <Page title={t`成长卡片`} width="narrow" lead={<Standing card={card} />}>
      {card.note && card.state !== 'REVIEWED' ? (
        <p className={styles['note']}>
          <Trans>同事留的话：{card.note}</Trans>
        </p>
      ) : null}
      {card.frozen ? <Frozen card={card} /> : null}
      {editing ? (
        <CardForm key={card.version} childId={card.childId} card={card} saved={saved} reload={reload} />
      ) : (
        <Reading card={card} />
      )}
      {editing ? null : <CardSteps key={card.version} card={card} reload={reload} />}
      <WhoSees permission="progress.read" />
    </Page>
  );
}

function Standing({ card }: { readonly card: Card }) {
  const format = useFormat();
  const { childName, writtenBy } = card;
  return (
    <span className={styles['standing']}>
      <CardBadge {...card} />
      <span>
        <Link to={`/agency/children/${encodeURIComponent(card.childId)}`}>{childName}</Link>
        {' · '}
        <Trans>{writtenBy}写</Trans>
        {' · '}
        {format.instant(card.changedAt)}
      </span>
    </span>
  );
}

function Reading({ card: { title, text, marks, state } }: { readonly card: Card }) {
  const open = state === 'DRAFT' || state === 'REVIEWED';
  const shown = open ? marks : [];
  return (
    <>
      <article className={styles['preview']}>
        <h2>
          <MarkedText text={title} marks={marksWithin(shown, 0, title.length)} />
        </h2>
        <p>
          <MarkedText text={text} marks={marksWithin(shown, title.length + 1, text.length)} />
        </p>
      </article>
      {open ? (
        <Section title={<Trans>请再看一眼</Trans>}>
          <MarkList text={`${title}\n${text}`} marks={marks} complete />
        </Section>
      ) : null}
    </>
  );
}

function Frozen({ card: { freezeReason, clearedOnce } }: { readonly card: Card }) {
  return (
    <div className={styles['frozen']} role="note">
      <p>
        <strong>
          <Trans>为了孩子的安全，这张卡片先停住了，外面的人都看不到。</Trans>
        </strong>
      </p>
      {freezeReason ? (
        <p>{freezeReason}</p>
      ) : (
        <p>
          <Trans>有一件关于孩子安全的事正在处理，处理的同事请卡片先等一等。</Trans>
        </p>
      )}
      <p>
        {clearedOnce ? (
          <Trans>一位同事认为可以继续，还需要另一位。写卡片的人不算在内。</Trans>
        ) : (
          <Trans>要两位同事都认为可以，才会继续。写卡片的人不算在内。</Trans>
        )}
      </p>
    </div>
  );
}
