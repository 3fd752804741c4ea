// What came of trying again, in words: the toast, and the refusal where no answer came.
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { failureOf, type Failure } from '../../app/graphql/failure.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import type { RetryTally } from './dead-letter-view.js';
import styles from './operations.module.css';

export function TallyWords({ tally: { REQUEUED, EMPTIED, GONE } }: { readonly tally: RetryTally }) {
  return (
    <span className={styles['lines']}>
      {REQUEUED > 0 ? (
        <span>
          <Plural value={REQUEUED} other="# 件已经重新排队。要是还不行，会再回到这里。" />
        </span>
      ) : null}
      {EMPTIED > 0 ? (
        <span>
          <Plural value={EMPTIED} other="# 件的内容已经按期删除，不能再做了。还需要的话，请直接联系对方。" />
        </span>
      ) : null}
      {GONE > 0 ? (
        <span>
          <Plural value={GONE} other="# 件已经不在这里，可能有同事先重试了。" />
        </span>
      ) : null}
    </span>
  );
}

/** A request without an answer: whatever was asked before it stands, the rest is still in the list. */
export function RetryFault({ error }: { readonly error: CombinedError }) {
  const { t } = useLingui();
  const { why, now } = useFaultWords(failureOf(error));
  return <RefusalPanel what={t`没有全部重新排队`} why={why} now={now} ask={t`负责服务器的人，或者机构负责人。`} />;
}

function useFaultWords(failure: Failure): { readonly why: ReactNode; readonly now: string } {
  const { t } = useLingui();
  const again = t`还在下面名单里的，可以过一会儿再试。`;
  switch (failure.kind) {
    case 'OFFLINE':
      return { why: t`您的网络好像断开了。`, now: t`连上网以后，再试还在下面名单里的。` };
    case 'SIGNED_OUT':
      return { why: t`登录已经结束。`, now: t`请重新登录，再回到这一页。` };
    case 'FORBIDDEN':
      return { why: t`您的职责可能刚刚变了，现在不包括这一步。`, now: t`请联系机构负责人调整您的角色。` };
    case 'FAULT': {
      const { reference } = failure;
      return { why: reference ? <Trans>服务器出了问题，编号：{reference}</Trans> : t`服务器出了问题。`, now: again };
    }
    default:
      return assertUnreachable(failure);
  }
}
