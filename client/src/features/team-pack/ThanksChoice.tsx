import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { PackThanksQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { LOOK, THANKS } from './team-pack.operations.js';
import styles from './team-pack.module.css';

type Thanks = NonNullable<PackThanksQuery['packThanks']>['thanks'][number];
interface ThanksChoiceProps {
  readonly packId: string;
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}

/** What children said of the day: told to a team only with the family's yes and after two people have looked. */
export function ThanksChoice({ packId, chosen, choose }: ThanksChoiceProps) {
  const [{ data, error }, load] = useQuery({
    query: THANKS,
    variables: { packId },
    requestPolicy: 'cache-and-network',
  });
  const thanks = data?.packThanks?.thanks;
  const toggle = (id: string): void =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Section
      title={<Trans>孩子说的话</Trans>}
      lead={<Trans>家庭同意给公司看、又有两个人看过的，才能放进去。不写名字。同意撤回以后，团队就看不到了。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !thanks ? (
        <LoadingState lines={2} />
      ) : thanks.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>那天没有记下孩子说的话。</Trans>
        </p>
      ) : (
        thanks.map((one) => (
          <Voice
            key={one.id}
            {...{ packId, thanks: one, chosen: chosen.includes(one.id) }}
            toggle={() => toggle(one.id)}
            reload={() => load({ requestPolicy: 'network-only' })}
          />
        ))
      )}
    </Section>
  );
}

interface VoiceProps {
  readonly packId: string;
  readonly thanks: Thanks;
  readonly chosen: boolean;
  readonly toggle: () => void;
  readonly reload: () => void;
}

function Voice({ packId, thanks, chosen, toggle, reload }: VoiceProps) {
  const { t } = useLingui();
  const { id, words, agreed, marks, looked, ownLook, released } = thanks;
  const [{ fetching }, look] = useMutation(LOOK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const lookNow = async (): Promise<void> => {
    const { data, error } = await look({ input: { packId, thanksId: id, marksSeen: marks } });
    setProblem(data?.outcome.__typename === 'PackThanksList' ? null : <RequestFault error={error} />);
    reload();
  };
  return (
    <div className={styles['voice']}>
      <blockquote lang={dataLang(words)}>{words}</blockquote>
      <div className={styles['row']}>
        {agreed ? (
          <StateBadge tone="good">
            <Trans>家庭同意给公司看</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="refused">
            <Trans>家庭没有同意给公司看</Trans>
          </StateBadge>
        )}
        <StateBadge tone={looked === 2 ? 'good' : 'waiting'}>
          <Plural value={looked} _0="还没有人看过" other="看过的有 # 人" />
        </StateBadge>
        {marks > 0 ? (
          <StateBadge tone="soon">
            <Plural value={marks} other="# 处可能让人认出是谁" />
          </StateBadge>
        ) : null}
        {agreed && looked < 2 && !ownLook ? (
          <Button variant="default" loading={fetching} onClick={() => void lookNow()}>
            {marks > 0 ? <Trans>标出的地方我看过了，可以给团队看</Trans> : <Trans>我看过了，可以给团队看</Trans>}
          </Button>
        ) : null}
        {agreed && looked === 1 && ownLook ? (
          <span className={styles['quiet']}>
            <Trans>请另一位同事再看一遍。</Trans>
          </span>
        ) : null}
        {released ? <Checkbox label={t`放进说明里`} checked={chosen} onChange={toggle} /> : null}
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}
