import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { useToast } from '../../ui/toast/toast-context.js';
import { UNDO_LIST_CHANGE } from './lists.operations.js';

/** What a change of many rows answered, whichever it was. */
export type Outcome =
  | { readonly __typename: 'ListChange'; readonly id: string; readonly changed: number; readonly kept: number }
  | { readonly __typename: 'InvalidInput' | 'NotFound' };

export interface Answered {
  readonly outcome: Outcome | undefined;
  readonly error: CombinedError | undefined;
}

/** Says what a change did, offers to take it back, and why it was refused. */
export function useListChange(reload: () => void) {
  const { t } = useLingui();
  const toast = useToast();
  const [, undo] = useMutation(UNDO_LIST_CHANGE);
  const [problem, setProblem] = useState<string>();

  const takeBack = async (listChangeId: string): Promise<void> => {
    const { data } = await undo({ input: { listChangeId } });
    const result = data?.undoListChange;
    if (result?.__typename !== 'ListChange') {
      toast({ tone: 'danger', message: t`没有撤回成功。刷新名单，看看现在是什么样子。` });
    } else if (result.kept > 0) {
      const { changed, kept } = result;
      toast({ message: t`撤回了 ${changed} 名；另外 ${kept} 名后来有人改过，没有动。` });
    } else {
      const { changed } = result;
      toast({ message: t`撤回了，${changed} 名都回到原来的样子。` });
    }
    reload();
  };

  /** Answers whether it was done. `said` is what happened, in words. */
  const tell = ({ outcome }: Answered, said: (changed: number) => string, stayed: string): boolean => {
    if (outcome?.__typename === 'ListChange') {
      const { id, changed, kept } = outcome;
      const message = kept > 0 ? `${said(changed)} ${stayed}` : said(changed);
      toast({ message, ...(changed > 0 ? { undo: () => takeBack(id) } : {}) });
      reload();
      return true;
    }
    if (outcome?.__typename === 'InvalidInput') setProblem(t`一次改得太多了。先用筛选缩小范围，再分几次来。`);
    else if (outcome) setProblem(t`选上的人里有的已经不在您的职责范围内，什么都没有改。请刷新名单再选一次。`);
    else setProblem(t`没有改成，选上的人都还是原来的样子。请检查网络后再试一次。`);
    return false;
  };
  return { tell, problem, forget: () => setProblem(undefined) };
}
