// What a volunteer reads about their own standing: what is there, what is next, never a code and never blame.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CompanionshipState, EligibilityOutcome, Remedy, Requirement } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

interface Word {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
}

export const REQUIREMENT: Readonly<
  Record<Requirement, { readonly name: MessageDescriptor; readonly why: MessageDescriptor }>
> = {
  TRAINING: { name: msg`岗前培训`, why: msg`服务前要完成与任务相应的培训。` },
  VOLUNTEER_AGREEMENT: { name: msg`志愿服务协议`, why: msg`双方说清楚权利和责任，服务才有保障。` },
  RECORD_CHECK: { name: msg`违法犯罪记录查询`, why: msg`凡是接触孩子的成年人，每年都要查询一次，没有例外。` },
  AGE: { name: msg`年龄`, why: msg`未成年人只能在有资质的成年人身边一起服务。` },
  WORK_STATUS: { name: msg`服务状态`, why: msg`机构需要先与您谈一谈，再安排服务。` },
};

export const OUTCOME: Readonly<Record<EligibilityOutcome, Word>> = {
  VALID: { tone: 'good', word: msg`齐了` },
  RENEWAL_DUE: { tone: 'soon', word: msg`快到期` },
  EXPIRED: { tone: 'waiting', word: msg`需要续上` },
  EXEMPT: { tone: 'good', word: msg`不需要办` },
  MISSING: { tone: 'waiting', word: msg`还没有` },
  STOPPED: { tone: 'paused', word: msg`暂时不安排` },
  NOT_AVAILABLE: { tone: 'quiet', word: msg`由机构保管` },
};

export const REMEDY: Readonly<Record<Remedy, MessageDescriptor | undefined>> = {
  NONE: undefined,
  COMPLETE_TRAINING: msg`请在下面的“我的培训”里报名最近一期岗前培训。`,
  RENEW_TRAINING: msg`请在下面的“我的培训”里选一场，再学一次。`,
  SIGN_AGREEMENT: msg`请与机构签一份志愿服务协议。`,
  RENEW_AGREEMENT: msg`协议到期了，请与机构续签。`,
  REQUEST_RECORD_CHECK: msg`请把身份信息交给机构，由机构去查询。`,
  RENEW_RECORD_CHECK: msg`距上次查询快满一年或已满一年，请机构再查一次。`,
  CONFIRM_IMPORTED_FACT: msg`资料已经在这里，等机构的另一位同事核对。您不用做什么。`,
  WAIT_FOR_AGE: msg`再长大一些就可以。现在可以参加不单独接触孩子的活动。`,
  SERVE_BESIDE_CLEARED_ADULT: msg`请和一位已经准备好的成年人一起服务。`,
  ASK_DIRECTOR: msg`请联系机构负责人。`,
};

export const MY_STATE: Readonly<Record<CompanionshipState, Word & { readonly next: MessageDescriptor }>> = {
  ACCEPTED: {
    tone: 'waiting',
    word: msg`等您回答`,
    next: msg`机构想请您陪伴一位孩子。请看看下面的约定，再告诉我们您的决定。`,
  },
  VOLUNTEER_AGREED: {
    tone: 'quiet',
    word: msg`等家庭回音`,
    next: msg`谢谢您愿意。社会工作者正在征求家庭和孩子的意见，有结果会马上通知您。`,
  },
  FAMILY_CONSENTED: {
    tone: 'quiet',
    word: msg`正在准备开始`,
    next: msg`家庭同意了。社会工作者写好计划后，会和您约第一次见面。`,
  },
  ACTIVE: { tone: 'good', word: msg`正在陪伴`, next: msg`每次见面都在约好的地点。有任何担心，马上告诉社会工作者。` },
  PAUSED: { tone: 'paused', word: msg`暂停中`, next: msg`这段时间先不见面。社会工作者会和您商量下一步。` },
  ENDED: { tone: 'quiet', word: msg`已经结束`, next: msg`谢谢您走过的这一段。` },
  VOLUNTEER_DECLINED: { tone: 'quiet', word: msg`您没有接受`, next: msg`没有关系。以后有合适的，我们再请您。` },
};

const STAGES: Readonly<Record<string, MessageDescriptor>> = {
  PRESCHOOL: msg`学龄前`,
  PRIMARY: msg`小学阶段`,
  JUNIOR: msg`初中阶段`,
  SENIOR: msg`高中阶段`,
};
/** Words for the stage of school; undefined for one that this page does not know. */
export const stageWords = (stage: string): MessageDescriptor | undefined => STAGES[stage];
