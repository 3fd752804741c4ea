import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { MY_SERVICE_CHECK } from './account.operations.js';
import { OWN_CHECK } from './own-check-words.js';
import styles from './account.module.css';

/** A colleague's own record check, once a year like everybody's (H8); nothing for whoever is no colleague. */
export function OwnCheck() {
  const { i18n } = useLingui();
  const format = useFormat();
  const [{ data }] = useQuery({ query: MY_SERVICE_CHECK, requestPolicy: 'cache-and-network' });
  const check = data?.myServiceCheck;
  if (!check) return null;
  const { word, tone } = OWN_CHECK[check.outcome];
  return (
    <Section
      title={<Trans>我的违法犯罪记录查询</Trans>}
      lead={<Trans>每年一次，人人都一样。请把证明给督导者或负责人看一眼，看完就还给您，不留复印件。</Trans>}
    >
      <Card>
        <p className={styles['who']}>
          <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
          {check.until ? (
            <span>
              <Trans>到 {format.day(check.until)}</Trans>
            </span>
          ) : null}
        </p>
      </Card>
    </Section>
  );
}
