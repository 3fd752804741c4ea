import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { RELEASE_CHECKS } from './release-check.operations.js';
import styles from './release-check.module.css';
import { AUDIENCE_WORDS, FORM_WORDS } from './sending-words.js';

/** Who looked at what kind of thing, last of all: not a word of what it said. */
export function NewestChecks() {
  const { i18n } = useLingui();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({ query: RELEASE_CHECKS, requestPolicy: 'network-only' });
  return (
    <Section title={<Trans>最近的检查</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={3} />
      ) : data.releaseChecks.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有人在这里检查过。</Trans>
        </p>
      ) : (
        <ul className={styles['checks']}>
          {data.releaseChecks.map(({ id, form, audience, marks, checkedAt, checkedBy, done }) => (
            <li key={id}>
              <span>
                {i18n._(FORM_WORDS[form])} → {i18n._(AUDIENCE_WORDS[audience])}
              </span>
              <span className={styles['quiet']}>
                {checkedBy} · {format.instant(checkedAt)} · <Plural value={marks} other="标出 # 处" />
              </span>
              <span data-done={done} className={styles['standing']}>
                {done ? <Trans>可以寄出</Trans> : <Trans>还要一位同事看</Trans>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
