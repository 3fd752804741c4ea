// The ledger's words on pages. What a family hears has its own table, the same for both sides (shared/disclosure).
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConsentTaskKind, DisclosureVerdict, GivingMethod } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const VERDICT_WORDS: Readonly<
  Record<DisclosureVerdict, { readonly tone: Tone; readonly words: MessageDescriptor }>
> = {
  SHOWN: { tone: 'good', words: msg`可以看` },
  NOT_ASKED: { tone: 'quiet', words: msg`还没有问` },
  GUARDIAN_SAID_NO: { tone: 'quiet', words: msg`监护人说不可以` },
  CHILD_SAID_NO: { tone: 'quiet', words: msg`孩子说不可以` },
  GUARDIAN_MISSING: { tone: 'waiting', words: msg`还要问监护人` },
  CHILD_MISSING: { tone: 'waiting', words: msg`还要问孩子自己` },
  CHILD_ANEW: { tone: 'waiting', words: msg`孩子长大了，要重新问本人` },
  ENDED: { tone: 'soon', words: msg`已经到期` },
  GIVER_FORMER: { tone: 'waiting', words: msg`同意的人已不是监护人` },
  GIVER_BARRED: { tone: 'paused', words: msg`这位监护人的同意暂不算数` },
};

export const METHOD_WORDS: Readonly<Record<GivingMethod, MessageDescriptor>> = {
  SIGNATURE: msg`在屏幕上签名`,
  THUMBPRINT: msg`按手印`,
  WITNESSED: msg`口头说，有见证人`,
  LINK: msg`用自己的链接`,
  PAPER: msg`签在纸上`,
};

export const TASK_WORDS: Readonly<Record<ConsentTaskKind, MessageDescriptor>> = {
  GUARDIANS_DISAGREE: msg`两位监护人的想法不一样：在谈好以前，都不给看`,
  GIVER_NOT_COUNTED: msg`原来同意的人现在不能做决定，要问现在的监护人`,
  OWN_WORD_DUE: msg`生日快到了，要重新问孩子本人`,
  ENDS_SOON: msg`同意快到期，要再问一次`,
};
