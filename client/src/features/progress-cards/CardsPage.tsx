import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { usePages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CardBadge } from './card-words.js';
import { PROGRESS_CARDS } from './progress-cards.operations.js';
import styles from './progress-cards.module.css';

const KEYS = ['show'] as const;
const STATES = { draft: 'DRAFT', released: 'RELEASED', withdrawn: 'WITHDRAWN' } as const;

/** Every card of the office; what waits for a second reader is one press away. */
export default function CardsPage() {
  const { t } = useLingui();
  const format = useFormat();
  const { values, set } = useUrlFilters(KEYS);
  const { show } = values;
  const state = show in STATES ? STATES[show as keyof typeof STATES] : null;
  const filter = { state, waiting: show === 'waiting' ? true : null };
  const { first, rows, error, more, reload } = usePages(
    PROGRESS_CARDS,
    { first: 50, ...filter },
    (data) => data.progressCards,
  );
  const chips = [
    { value: '', label: t`全部` },
    { value: 'waiting', label: t`等第二位同事看` },
    { value: 'draft', label: t`草稿` },
    { value: 'released', label: t`已发出` },
    { value: 'withdrawn', label: t`收回了` },
  ];
  return (
    <Page
      title={t`成长卡片`}
      lead={<Trans>写给资助人的话：一位同事写，另一位同事看过才发出。</Trans>}
      actions={
        <LinkButton variant="default" to="/agency/checks">
          <Trans>寄出以前检查信和照片</Trans>
        </LinkButton>
      }
    >
      <FilterChips label={t`哪些卡片`} chips={chips} value={show} choose={(value) => set('show', value)} />
      {error && !first ? (
        <ErrorState error={error} retry={reload} />
      ) : !first ? (
        <LoadingState lines={6} />
      ) : rows.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>这里还没有卡片</Trans>}>
          <p>
            <Trans>有人资助的孩子，可以从孩子的页面写第一张。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {rows.map((card) => (
            <li key={card.id}>
              <Link to={`/agency/cards/${encodeURIComponent(card.id)}`}>{card.title}</Link>
              <CardBadge {...card} />
              <span className={styles['quiet']}>
                {card.childName} · <Trans>{card.writtenBy}写</Trans> · {format.instant(card.changedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more ? (
        <Button variant="default" loading={more.loading} onClick={more.load}>
          <Trans>再看一些</Trans>
        </Button>
      ) : null}
      <WhoSees permission="progress.read" />
    </Page>
  );
}
