import { Trans } from '@lingui/react/macro';
import type { CompanionshipCard_MineFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './my-service.module.css';

type Facts = Pick<CompanionshipCard_MineFragment, 'state' | 'cover' | 'coversName' | 'coveredUntil'>;

/** Whom one stands in for and until when; or, while one is away oneself, that somebody is there. */
export function StandingIn({ state, cover, coversName, coveredUntil }: Facts) {
  const format = useFormat();
  if (cover?.end) return null;
  if (cover && state !== 'ENDED' && state !== 'VOLUNTEER_DECLINED') {
    const [from, until] = [format.day(cover.from), format.day(cover.until)];
    return (
      <p className={styles['standIn']}>
        {coversName ? (
          <Trans>
            您代{coversName}陪伴，到 {until} 为止。{coversName}提前回来，就到那一天。
          </Trans>
        ) : (
          <Trans>
            这是代为陪伴：原来的志愿者暂时不在，从 {from} 到 {until}。到了最后一天自动结束。
          </Trans>
        )}
      </p>
    );
  }
  return coveredUntil ? (
    <p className={styles['standIn']}>
      <Trans>您不在的时候，有一位志愿者代您陪伴，到 {format.day(coveredUntil)} 为止。</Trans>
    </p>
  ) : null;
}
