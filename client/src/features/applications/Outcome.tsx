import { Trans, useLingui } from '@lingui/react/macro';
import { DECLINE_REASONS, declineLetter, wordsOf } from '@tongxing/shared/rules';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import styles from './applications.module.css';

/** What became of it: who decided, when, why, and the words that went out. */
export function Outcome({ application }: { readonly application: Desk_ApplicationFragment }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  const format = useFormat();
  const { state, decidedAt, decidedBy, declineReason, letter, decisionNote } = application;
  if (state === 'STARTED') {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有送出。写的人可能过几天再来；六十天没有动，就自动删掉。</Trans>
      </p>
    );
  }
  const reason = declineReason ? wordsOf(DECLINE_REASONS, declineReason) : undefined;
  return (
    <Card tone={state === 'ACCEPTED' ? 'good' : undefined}>
      <Facts>
        {decidedAt ? (
          <Fact name={<Trans>什么时候</Trans>}>{[format.dayOf(decidedAt), decidedBy].filter(Boolean).join(' · ')}</Fact>
        ) : null}
        {reason ? <Fact name={<Trans>原因</Trans>}>{i18n.locale === 'en' ? reason.en : reason.zh}</Fact> : null}
        {declineReason ? (
          <Fact name={<Trans>报名的人读到的</Trans>}>
            <span className={styles['words']}>
              {[declineLetter(declineReason, locale), letter].filter(Boolean).join('\n\n')}
            </span>
          </Fact>
        ) : null}
        {decisionNote ? (
          <Fact name={<Trans>只留在机构里的</Trans>}>
            <span className={styles['words']}>{decisionNote}</span>
          </Fact>
        ) : null}
      </Facts>
      {state === 'WITHDRAWN' ? (
        <p>
          <Trans>报名的人自己收回了，写过的内容已经删掉。</Trans>
        </p>
      ) : null}
    </Card>
  );
}
