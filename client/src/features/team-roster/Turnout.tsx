import { Trans } from '@lingui/react/macro';
import type { RosterTurnoutNumbers } from '../../gql/graphql.js';

type Numbers = Pick<RosterTurnoutNumbers, 'came' | 'otherTasks' | 'absent'>;

/** How many of a team's people took part. */
export function Turnout({ numbers: { came, otherTasks, absent } }: { readonly numbers: Numbers }) {
  return (
    <span>
      {otherTasks > 0 ? (
        <Trans>
          来了 {came} 人，其中 {otherTasks} 人做了不接触孩子的任务
        </Trans>
      ) : (
        <Trans>来了 {came} 人</Trans>
      )}
      {absent > 0 ? (
        <>
          {' · '}
          <Trans>{absent} 人没有参加</Trans>
        </>
      ) : null}
    </span>
  );
}
