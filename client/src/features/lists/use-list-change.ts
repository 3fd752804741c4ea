import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { useToast } from '../../ui/toast/toast-context.js';
import type { ListName } from '@tongxing/shared/rules';
import type { KeptReason } from '../../gql/graphql.js';
import { KEPT_WORDS } from './kept-words.js';
import { UNDO_LIST_CHANGE } from './lists.operations.js';
import { useHowMany } from './use-how-many.js';

/** What a change of many rows answered, whichever it was. */
export type Outcome =
  | {
      readonly __typename: 'ListChange';
      readonly id: string;
      readonly changed: number;
      readonly kept: number;
      readonly reasons: readonly { readonly why: KeptReason; readonly count: number }[];
    }
  | { readonly __typename: 'InvalidInput' | 'NotFound' };

export interface Answered {
  readonly outcome: Outcome | undefined;
  readonly error: CombinedError | undefined;
}

/** Says what a change did, offers to take it back, and why it was refused. */
export function useListChange(list: ListName, reload: () => void) {
  const { t, i18n } = useLingui();
  const howMany = useHowMany(list);
  const toast = useToast();
  const [, undo] = useMutation(UNDO_LIST_CHANGE);
  const [problem, setProblem] = useState<string>();

  const takeBack = async (listChangeId: string): Promise<void> => {
    const { data } = await undo({ input: { listChangeId } });
    const result = data?.undoListChange;
    if (result?.__typename !== 'ListChange') {
      toast({ tone: 'danger', message: t`没有撤回成功。刷新名单，看看现在是什么样子。` });
    } else if (result.kept > 0) {
      const [back, left] = [howMany(result.changed), howMany(result.kept)];
      toast({ message: t`撤回了 ${back}；另外 ${left}后来有人改过，没有动。` });
    } else {
      const back = howMany(result.changed);
      toast({ message: t`撤回了，${back}都回到原来的样子。` });
    }
    reload();
  };

  /** Answers whether it was done. `said` is what happened, in words. */
  const tell = ({ outcome }: Answered, said: (changed: string) => string): boolean => {
    if (outcome?.__typename === 'ListChange') {
      const { id, changed, reasons } = outcome;
      const left = reasons.map(({ why, count }) => {
        const [rows, because] = [howMany(count), i18n._(KEPT_WORDS[why])];
        return t`${rows}没有动：${because}。`;
      });
      const done = changed > 0 ? [said(howMany(changed))] : left.length === 0 ? [t`本来就是这样，没有要改的。`] : [];
      toast({ message: [...done, ...left].join(' '), ...(changed > 0 ? { undo: () => takeBack(id) } : {}) });
      reload();
      return true;
    }
    if (outcome?.__typename === 'InvalidInput') setProblem(t`一次改得太多了。先用筛选缩小范围，再分几次来。`);
    else if (outcome) setProblem(t`选上的里面有的已经不在您的职责范围内，什么都没有改。请刷新名单再选一次。`);
    else setProblem(t`没有改成，选上的都还是原来的样子。请检查网络后再试一次。`);
    return false;
  };
  return { tell, problem, forget: () => setProblem(undefined) };
}
