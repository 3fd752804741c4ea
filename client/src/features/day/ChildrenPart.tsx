import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { Day_ChildFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AddChild } from './AddChild.js';
import { ACTIVITY_CHILDREN, DAY_CHILD } from './children.operations.js';
import { ChildCard } from './ChildCard.js';
import type { Day } from './DayPage.js';
import { useChildren } from './use-children.js';
import styles from './day.module.css';

export type DayChild = Day_ChildFragment;
const SIGNS_UP: readonly string[] = ['OPEN', 'ROSTER_LOCKED', 'RUNNING'];

/** The children of an activity, for the case team: who wishes to come, who is here, how they are, who fetched them. */
export function ChildrenPart({ day, reload }: { readonly day: Day; readonly reload: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({
    query: ACTIVITY_CHILDREN,
    variables: { id: day.activityId },
    requestPolicy: 'cache-and-network',
  });
  const again = useCallback((): void => {
    load({ requestPolicy: 'network-only' });
    reload();
  }, [load, reload]);
  const { write, waiting, refused } = useChildren(day.activityId, again);
  const list = useMemo(() => (data?.activityChildren?.list ?? []).map((one) => readFragment(DAY_CHILD, one)), [data]);
  const signedUp = list.filter(({ choice }) => choice === 'SIGNED_UP').length;
  const here = list.filter(({ inMinute, fetchedBy }) => inMinute != null && fetchedBy === '').length;
  const came = list.filter(({ inMinute }) => inMinute != null).length;
  const nameOf = (id: string): string => list.find(({ childId }) => childId === id)?.name ?? '';
  return (
    <Section
      title={<Trans>孩子</Trans>}
      lead={
        <Trans>
          {signedUp} 个孩子要来，来了 {came} 个，现在在这里 {here} 个。来不来、说不说，都由孩子自己定。
        </Trans>
      }
    >
      {waiting.length > 0 ? (
        <p role="status">
          <strong>
            <Plural value={waiting.length} other="# 个孩子的情况还在这台设备上，没有送到。" />
          </strong>{' '}
          <Trans>已经加密存好，这一页一有网络就自动送出。</Trans>
        </p>
      ) : null}
      {refused.length > 0 ? (
        <p role="alert">
          <Trans>没有网络时写的，有的没有记下，请再看一看：{format.list(refused.map(nameOf))}。</Trans>
        </p>
      ) : null}
      {error && !data ? (
        <ErrorState error={error} retry={again} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : list.length === 0 ? (
        <EmptyState title={<Trans>还没有孩子报名</Trans>}>
          <Trans>问一问孩子想不想来，在下面按名字加上。</Trans>
        </EmptyState>
      ) : (
        <ul className={styles['list']} aria-label={t`孩子`}>
          {list.map((child) => (
            <ChildCard
              key={`${child.childId} ${String(child.version)}`}
              child={child}
              day={day}
              kept={waiting.find(({ childId }) => childId === child.childId)}
              write={write}
              reload={again}
            />
          ))}
        </ul>
      )}
      {data && SIGNS_UP.includes(day.state) ? (
        <AddChild day={day} known={list.map(({ childId }) => childId)} write={write} reload={again} />
      ) : null}
    </Section>
  );
}
