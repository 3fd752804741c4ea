// The criteria of the score and the reasons why a pair cannot be, in words. The engine's codes end here.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Criterion, RejectionCode } from '@tongxing/shared/matching';
import type { MatchRunState, ProposalState } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import { lookUp } from '../../ui/words/look-up.js';

const CRITERIA: Readonly<Record<Criterion, MessageDescriptor>> = {
  sharedHours: msg`共同的空闲时间`,
  travel: msg`路程`,
  skillsForNeeds: msg`能回应孩子的期待`,
  sharedLanguage: msg`说得上话`,
  sameGender: msg`性别`,
  priority: msg`孩子需要的节奏`,
  waiting: msg`等候的时间`,
  continuity: msg`以前的缘分`,
};

interface ReasonWords {
  readonly what: MessageDescriptor;
  readonly now: MessageDescriptor;
}

const REASONS: Readonly<Record<RejectionCode, ReasonWords>> = {
  NOT_ELIGIBLE: { what: msg`手续还不齐`, now: msg`帮志愿者补齐手续，人就多起来` },
  NO_PLACE: { what: msg`陪伴的孩子已经够多`, now: msg`请志愿者看看能不能再陪一位，或者邀请新的志愿者` },
  NO_SUPERVISOR_PLACE: { what: msg`督导者照看不过来了`, now: msg`多安排一位督导者，比多找志愿者更有用` },
  GENDER_RULE: { what: msg`与希望的陪伴者性别不同`, now: msg`邀请符合要求的志愿者，或者与家庭再谈一谈` },
  NO_COMMON_LANGUAGE: { what: msg`没有共同会说的话`, now: msg`邀请会说孩子家乡话的志愿者` },
  TOO_FAR: { what: msg`住得太远`, now: msg`在孩子附近找志愿者，或者约一个中间的地方` },
  NO_COMMON_TIME: { what: msg`没有都有空的时间`, now: msg`与双方商量，看能不能空出一段时间` },
  VETOED: { what: msg`您或同事以前没有采用这一对`, now: msg`情况变了的话，可以重新考虑` },
};

export const criterionWords = (criterion: string): MessageDescriptor => lookUp(CRITERIA, criterion) ?? msg`其他考虑`;
export const reasonWords = (code: string): ReasonWords =>
  lookUp(REASONS, code) ?? { what: msg`其他原因`, now: msg`与督导者一起看看这个孩子的资料` };

export const PROPOSAL_WORDS: Readonly<
  Record<ProposalState, { readonly tone: Tone; readonly word: MessageDescriptor }>
> = {
  PROPOSED: { tone: 'waiting', word: msg`等您决定` },
  ACCEPTED: { tone: 'good', word: msg`已经接受` },
  DECLINED: { tone: 'quiet', word: msg`没有采用` },
  EXPIRED: { tone: 'quiet', word: msg`已经过时` },
};

export const RUN_WORDS: Readonly<Record<MatchRunState, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  RUNNING: { tone: 'waiting', word: msg`正在做` },
  DONE: { tone: 'good', word: msg`做好了` },
  CANCELLED: { tone: 'quiet', word: msg`停下了` },
  FAILED: { tone: 'quiet', word: msg`没有做完` },
};
