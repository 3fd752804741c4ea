import { Trans } from '@lingui/react/macro';
import type { FragmentType } from '../../gql/index.js';
import { readFragment } from '../../gql/index.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { EDITION } from './team-pack.operations.js';
import styles from './team-pack.module.css';

/** What was sent, edition by edition; nothing where nothing was. */
export function Editions({ editions }: { readonly editions: readonly FragmentType<typeof EDITION>[] }) {
  const format = useFormat();
  if (editions.length === 0) return null;
  return (
    <Section title={<Trans>发出的说明</Trans>}>
      {editions.map((one) => {
        const { number, sentAt, sentBy, debrief, outcomes, why, hash } = readFragment(EDITION, one);
        return (
          <Card key={number}>
            <h3>
              <Trans>第 {number} 版</Trans>
            </h3>
            <p className={styles['quiet']}>
              <Trans>
                {format.instant(sentAt)}，{sentBy}发出
              </Trans>
            </p>
            {why ? (
              <p>
                <Trans>更正了：</Trans>
                <span lang={dataLang(why)}>{why}</span>
              </p>
            ) : null}
            <Told debrief={debrief} outcomes={outcomes} />
            <p className={styles['quiet']}>
              <Trans>
                指纹：<code className={styles['code']}>{hash}</code>
              </Trans>
            </p>
          </Card>
        );
      })}
    </Section>
  );
}

/** The two texts of an edition. */
export function Told({ debrief, outcomes }: { readonly debrief: string; readonly outcomes: string }) {
  return (
    <>
      <h3>
        <Trans>那天怎么样</Trans>
      </h3>
      <p className={styles['words']} lang={dataLang(debrief)}>
        {debrief}
      </p>
      <h3>
        <Trans>带来了什么</Trans>
      </h3>
      <p className={styles['words']} lang={dataLang(outcomes)}>
        {outcomes}
      </p>
    </>
  );
}
