import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Button } from '../button/Button.js';
import { RefusalPanel } from './Refusal.js';

export type CommonRefusalKind = 'StaleVersion' | 'TransitionRefused' | 'NotFound';

export interface CommonRefusalProps {
  readonly kind: CommonRefusalKind;
  /** Loads what is true now; what was typed stays in its form. */
  readonly reload: () => void;
}

/** The refusals that any record can meet: a colleague was quicker, the step no longer fits, or it is gone. */
export function CommonRefusal({ kind, reload }: CommonRefusalProps) {
  const { t } = useLingui();
  const words = useWords(kind);
  return (
    <RefusalPanel
      what={t`没有保存`}
      {...words}
      ask={t`最近处理这件事的同事；操作记录里有每一步。`}
      actions={
        <Button variant="default" onClick={reload}>
          <Trans>换成最新的内容</Trans>
        </Button>
      }
    />
  );
}

function useWords(kind: CommonRefusalKind): { readonly why: string; readonly now: string } {
  const { t } = useLingui();
  switch (kind) {
    case 'StaleVersion':
      return {
        why: t`您打开以后，有同事先做了改动。为了不盖掉对方的内容，这次没有保存。`,
        now: t`先换成最新的内容看一看，再决定要不要改。您填写的还在。`,
      };
    case 'TransitionRefused':
      return {
        why: t`它现在的情况已经变了，这一步接不上。`,
        now: t`换成最新的内容，看看现在走到了哪一步。`,
      };
    case 'NotFound':
      return { why: t`它已经不在这里，或者不在您的职责范围内。`, now: t`换成最新的内容，再从名单里打开。` };
    default:
      return assertUnreachable(kind);
  }
}
