import { useLingui } from '@lingui/react/macro';
import { useToast } from '../../ui/toast/toast-context.js';
import { CHILD_REFUSED } from './child-words.js';
import type { ChildAnswer } from './use-children.js';

/** Says what became of a child's part that did not arrive, and reads again what did. */
export function useChildAnswer(reload: () => void): (answer: ChildAnswer) => void {
  const { t, i18n } = useLingui();
  const toast = useToast();
  return (answer) => {
    switch (answer.kind) {
      case 'DONE':
        return reload();
      case 'KEPT':
        return toast({ message: t`没有网络，先存在这台设备上。` });
      case 'STALE':
        toast({ tone: 'danger', message: t`别的同事刚刚改过。请看一看现在的，再写一次。` });
        return reload();
      case 'LOST':
        return toast({ tone: 'danger', message: t`没有记下，请看看网络，再试一次。` });
      case 'REFUSED': {
        const known = answer.codes.map((code) => CHILD_REFUSED[code]).find((words) => words !== undefined);
        toast({ tone: 'danger', message: known ? i18n._(known) : t`没有记下：请看看每一项，再试一次。` });
        return undefined;
      }
    }
  };
}
