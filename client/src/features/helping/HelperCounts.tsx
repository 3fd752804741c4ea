import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VOLUNTEER_KINDS, wordsOf } from '@tongxing/shared/rules';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { HelperCountsQuery } from '../../gql/graphql.js';
import { useViewer } from '../../app/session/session-context.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { HELPER_COUNTS } from './helping.operations.js';
import { COUNTED_WORDS } from './helping-words.js';
import styles from './helping.module.css';

/** How many of those who were helped help, by kind, until a day: each person once. */
export function HelperCounts() {
  const { t, i18n } = useLingui();
  const { today } = useViewer().agency;
  const [on, setOn] = useState(today);
  const [{ data, error }, load] = useQuery({ query: HELPER_COUNTS, variables: { on: on || today } });
  return (
    <Section
      title={<Trans>到哪一天，有多少人</Trans>}
      lead={<Trans>每个人只算一次；后来不做了的，走过的路还算。给机构以外的人看时，人数少的不单独列出。</Trans>}
    >
      <Card>
        <TextInput type="date" label={t`数到哪一天`} max={today} value={on} onChange={(e) => setOn(e.target.value)} />
        {error && !data ? (
          <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
        ) : !data ? (
          <LoadingState lines={4} />
        ) : (
          <Facts>
            {data.helperCounts.map(({ step, total, parts }) => {
              const of = (origin: 'CHILD' | 'PARENT') => parts.find((one) => one.origin === origin)?.count ?? 0;
              const [children, parents] = [of('CHILD'), of('PARENT')];
              return (
                <Fact key={step} name={i18n._(COUNTED_WORDS[step])}>
                  <Trans>
                    共 {total ?? 0} 人：孩子 {children} 人，家长 {parents} 人
                  </Trans>
                </Fact>
              );
            })}
          </Facts>
        )}
      </Card>
      {data ? <Grown {...data.grownVolunteers} /> : null}
    </Section>
  );
}

type Figure = HelperCountsQuery['grownVolunteers'];

/** Everybody who grew from service by that day, of whom only some were served themselves: the two numbers stay apart. */
function Grown({ roles, served, kinds }: Figure) {
  const { i18n } = useLingui();
  const language = i18n.locale === 'en' ? 'en' : 'zh';
  return (
    <Card>
      <div className={styles['journey']}>
        <h3 className={styles['finding']}>
          <Plural value={roles ?? 0} other="到这一天，从服务中成长起来的志愿者有 # 个角色" />
        </h3>
        <Facts>
          {kinds.map(({ kind, count }) => (
            <Fact key={kind} name={wordsOf(VOLUNTEER_KINDS, kind)?.[language] ?? ''}>
              {count ?? 0}
            </Fact>
          ))}
          <Fact name={<Trans>其中自己得到过帮助的人（助人自助）</Trans>}>{served ?? 0}</Fact>
        </Facts>
        <p className={styles['quiet']}>
          <Trans>一个人有两种角色，算两个角色；助人自助按人数，一个人只算一次。</Trans>
        </p>
      </div>
    </Card>
  );
}
