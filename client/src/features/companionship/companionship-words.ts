// What a worker reads about a companionship: where it stands, what comes next, and what still stands in the way.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { BlockerCode } from '@tongxing/shared/rules';
import type { CompanionshipState, CoverEnd } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import { lookUp } from '../../ui/words/look-up.js';

export interface StateWords {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
  readonly next: MessageDescriptor;
}

export const STATE_WORDS: Readonly<Record<CompanionshipState, StateWords>> = {
  ACCEPTED: { tone: 'waiting', word: msg`等志愿者回答`, next: msg`志愿者会在手机上看到邀请；也可以打个电话问一问。` },
  VOLUNTEER_AGREED: {
    tone: 'waiting',
    word: msg`等家庭同意`,
    next: msg`志愿者愿意。请与监护人和孩子谈一谈，把他们的回答记在下面。`,
  },
  FAMILY_CONSENTED: { tone: 'waiting', word: msg`准备开始`, next: msg`家庭同意了。请写好陪伴计划，再定下第一天。` },
  ACTIVE: { tone: 'good', word: msg`正在陪伴`, next: msg`请按计划与双方保持联系，听听孩子的感受。` },
  PAUSED: { tone: 'paused', word: msg`暂停中`, next: msg`请问问双方，决定继续还是好好结束。` },
  ENDED: { tone: 'quiet', word: msg`已经结束`, next: msg`这段陪伴已经结束，记录留在这里。` },
  VOLUNTEER_DECLINED: {
    tone: 'quiet',
    word: msg`志愿者没有接受`,
    next: msg`没有关系。再做一次匹配，可以为孩子找另一位陪伴者。`,
  },
};

/** What comes next where the work of the companion was stopped. */
const STOPPED_NEXT: MessageDescriptor = msg`陪伴者的服务停止了，这段陪伴随之结束。请告诉孩子，再为孩子找下一位陪伴者。`;

/** What comes next for whoever stands in, where it differs from any other pair. */
const COVER_NEXT: Readonly<Partial<Record<CompanionshipState, MessageDescriptor>>> = {
  ACTIVE: msg`正在代为陪伴。到了最后一天，或原来的志愿者回来，就自动结束。`,
  ENDED: msg`代为陪伴结束了，记录留在这里。`,
  VOLUNTEER_DECLINED: msg`没有关系。回到原来的那段陪伴，再请另一位代为陪伴。`,
};

export const COVER_END_WORDS: Readonly<Record<CoverEnd, MessageDescriptor>> = {
  LAST_DAY: msg`到了最后一天`,
  BACK: msg`原来的志愿者回来了`,
  FAMILY: msg`孩子或家人说了“停”`,
  STOP: msg`志愿者的服务停止了`,
  OVER: msg`原来的那段陪伴结束了`,
};

/** What comes next, by how a pair stands. */
export function nextOf({
  state,
  endCause,
  cover,
}: {
  readonly state: CompanionshipState;
  readonly endCause?: string | null;
  readonly cover?: object | null;
}): MessageDescriptor {
  if (endCause === 'STOP') return STOPPED_NEXT;
  return (cover ? COVER_NEXT[state] : undefined) ?? STATE_WORDS[state].next;
}

/** Whose words the kept reason are, by where the pair stands; an earlier pause is no reason of what goes on. */
export const REASON_OF: Readonly<Partial<Record<CompanionshipState, MessageDescriptor>>> = {
  PAUSED: msg`暂停的原因`,
  ENDED: msg`结束的原因`,
  VOLUNTEER_DECLINED: msg`志愿者的话`,
};

interface BlockerWords {
  readonly what: MessageDescriptor;
  readonly now: MessageDescriptor;
}

const BLOCKERS: Readonly<Record<BlockerCode, BlockerWords>> = {
  SERVICE_AGREEMENT_MISSING: { what: msg`还没有与监护人签服务协议`, now: msg`签好以后，在家庭的同意里写下签署日期。` },
  CONSENT_MISSING: { what: msg`还没有监护人的同意`, now: msg`与监护人谈一谈，记下他们的回答。` },
  CONSENT_EXPIRED: { what: msg`监护人的同意到开始那天已经过期`, now: msg`请监护人再确认一次，记下新的期限。` },
  CONSENT_WITHDRAWN: { what: msg`监护人撤回了同意`, now: msg`尊重家庭的决定；如果他们愿意重新开始，再记下新的同意。` },
  CHILD_ANSWER_MISSING: {
    what: msg`还没有问过孩子自己`,
    now: msg`用孩子听得懂的话介绍这位陪伴者，把孩子的回答记下来。`,
  },
  CHILD_SAID_NO: { what: msg`孩子现在不想要这位陪伴者`, now: msg`听孩子的。可以结束这段安排，换一位再问问孩子。` },
  FAMILY_SAID_STOP: {
    what: msg`孩子或家人说了“停”`,
    now: msg`先听孩子说。孩子自己重新答应了，再记下家庭的同意。`,
  },
  PLAN_MISSING: { what: msg`还没有批准的陪伴计划`, now: msg`写下任务目标、过程目标、见面地点和次数。` },
  VOLUNTEER_NOT_ELIGIBLE: {
    what: msg`志愿者那天的手续还不齐`,
    now: msg`按下面写的一步步补齐；也可以把开始的日子往后推。`,
  },
  OUTSIDE_COVER_DAYS: {
    what: msg`那天不在代为陪伴的日子里`,
    now: msg`选代为陪伴的第一天到最后一天之间的日子。`,
  },
  FIRST_COMPANION_MEETS: {
    what: msg`原来的陪伴者还在和孩子见面`,
    now: msg`等原来的那段陪伴暂停了再开始：孩子同时只有一位陪伴者。`,
  },
  CONDUCT_NOT_ACCEPTED: {
    what: msg`志愿者还没有接受见面的约定`,
    now: msg`请志愿者登录自己的页面，读完约定并答应遵守。`,
  },
};
const UNKNOWN: BlockerWords = { what: msg`还有一项准备没有完成`, now: msg`请与督导者一起看一看这段陪伴的记录。` };

/** Words for what stands in the way; a cautious sentence for a code newer than this page. */
export function blockerWords(code: string): BlockerWords {
  return lookUp(BLOCKERS, code) ?? UNKNOWN;
}
