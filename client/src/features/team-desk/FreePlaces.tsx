import { Plural, Trans } from '@lingui/react/macro';
import type { CapacityLimit, TeamTasks } from '@tongxing/shared/rules';
import { useTeamWords } from './use-team-words.js';

export interface Places {
  readonly tasks: TeamTasks;
  readonly free: number;
  readonly binding: CapacityLimit;
}

/** How many places are left for these tasks, and what stands in the way of more. */
export function FreePlaces({ places: { free, binding } }: { readonly places: Places }) {
  const words = useTeamWords();
  const why = words.limit(binding);
  return (
    <>
      {free === 0 ? <Trans>没有名额了</Trans> : <Plural value={free} other="还空 # 个名额" />}
      <Trans>（{why}）</Trans>
    </>
  );
}
