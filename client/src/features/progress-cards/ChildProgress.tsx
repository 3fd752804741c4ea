import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CardBadge } from './card-words.js';
import { CHILD_PROGRESS } from './progress-cards.operations.js';
import { SponsorPanel } from './SponsorPanel.js';
import styles from './progress-cards.module.css';

/** On a child's page: who stands beside them with a gift, and the cards that were written. */
export function ChildProgress({ childId }: { readonly childId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const mayWrite = useMay()('progress.write');
  const [{ data, error }, load] = useQuery({ query: CHILD_PROGRESS, variables: { childId } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const sponsorships = data?.sponsorships ?? [];
  const sponsored = sponsorships.some(({ state }) => state === 'ACTIVE' || state === 'PAUSED');
  const cards = data?.progressCards.edges.map(({ node }) => node) ?? [];
  return (
    <Section title={<Trans>资助和成长卡片</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={3} />
      ) : (
        <Card>
          <SponsorPanel childId={childId} sponsorships={sponsorships} reload={reload} />
          {cards.length > 0 ? (
            <ul className={styles['list']} aria-label={t`成长卡片`}>
              {cards.map((card) => (
                <li key={card.id}>
                  <Link to={`/agency/cards/${encodeURIComponent(card.id)}`}>{card.title}</Link>
                  <CardBadge {...card} />
                  <span className={styles['quiet']}>{format.instant(card.changedAt)}</span>
                </li>
              ))}
            </ul>
          ) : null}
          <div className={styles['actions']}>
            {sponsored && mayWrite ? (
              <LinkButton variant="default" to={`/agency/children/${encodeURIComponent(childId)}/card`}>
                <Trans>写一张成长卡片</Trans>
              </LinkButton>
            ) : null}
            <LinkButton variant="subtle" to={`/agency/children/${encodeURIComponent(childId)}/check`}>
              <Trans>寄出以前检查信和照片</Trans>
            </LinkButton>
          </div>
        </Card>
      )}
    </Section>
  );
}
