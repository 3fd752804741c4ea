import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { HELPER_COUNTS } from './helping.operations.js';
import { COUNTED_WORDS } from './helping-words.js';

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
    </Section>
  );
}
