import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CreditRefusal, CreditState } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const CREDIT: Readonly<Record<CreditState, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  ASKED: { tone: 'soon', word: msg`等同事来看` },
  GRANTED: { tone: 'good', word: msg`算数了` },
  REFUSED: { tone: 'waiting', word: msg`这一次不算` },
  WITHDRAWN: { tone: 'waiting', word: msg`取回了` },
};

/** What was missing, and what would help: nobody is blamed. */
export const NOT_THIS_TIME: Readonly<Record<CreditRefusal, MessageDescriptor>> = {
  UNREADABLE: msg`谢谢您提出来。证明上的字看不清楚，请在亮的地方再拍一张，重新提一次。`,
  OTHER_CONTENT: msg`谢谢您把学过的告诉我们。它和这门课讲的不太一样，还请来学一次；您会的，课上正好用得上。`,
  TOO_SHORT: msg`谢谢您提出来。那一次学得比这门课少不少，还请来学一次；有更多的证明，也可以再提。`,
  NOT_CONFIRMED: msg`谢谢您等了这些天。我们没有能向发证的地方确认，请他们写一句话或者盖个章，再提一次。`,
};
