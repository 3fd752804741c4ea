// What a worker reads about a volunteer's readiness. A check that found something reads "not available", never more (H8).
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EligibilityOutcome, Remedy, Requirement, VolunteerStanding } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export interface Word {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
}

export const REQUIREMENT_WORDS: Readonly<Record<Requirement, MessageDescriptor>> = {
  TRAINING: msg`岗前培训`,
  VOLUNTEER_AGREEMENT: msg`志愿服务协议`,
  RECORD_CHECK: msg`违法犯罪记录查询`,
  AGE: msg`年龄`,
  WORK_STATUS: msg`服务安排`,
};

/** Why it is asked, where the rule behind it (H8) is about more than this one requirement. */
export const REQUIREMENT_REASONS: Readonly<Partial<Record<Requirement, MessageDescriptor>>> = {
  AGE: msg`未成年人只能在有资质的成年人身边一起服务。`,
  WORK_STATUS: msg`有疑问时先停下服务，谈清楚了再安排。`,
};

export const OUTCOME_WORDS: Readonly<Record<EligibilityOutcome, Word>> = {
  VALID: { tone: 'good', word: msg`有效` },
  RENEWAL_DUE: { tone: 'soon', word: msg`快到期` },
  EXPIRED: { tone: 'waiting', word: msg`已经到期` },
  EXEMPT: { tone: 'good', word: msg`已经豁免` },
  MISSING: { tone: 'waiting', word: msg`还没有` },
  STOPPED: { tone: 'paused', word: msg`暂不安排` },
  // Whatever it says: of everybody whose work has stopped, others than checker and director do not read it (H8).
  NOT_AVAILABLE: { tone: 'quiet', word: msg`不提供查看` },
};

/** What would satisfy it, as a step of the agency; undefined where nothing is to be done. */
export const REMEDY_WORDS: Readonly<Record<Remedy, MessageDescriptor | undefined>> = {
  NONE: undefined,
  COMPLETE_TRAINING: msg`安排参加最近一期岗前培训`,
  RENEW_TRAINING: msg`安排一次复训`,
  SIGN_AGREEMENT: msg`与志愿者签一份志愿服务协议`,
  RENEW_AGREEMENT: msg`续签志愿服务协议`,
  REQUEST_RECORD_CHECK: msg`办理一次违法犯罪记录查询`,
  RENEW_RECORD_CHECK: msg`再办理一次违法犯罪记录查询`,
  CONFIRM_IMPORTED_FACT: msg`资料已经导入，请第二个人确认那份名单`,
  WAIT_FOR_AGE: msg`先邀请参加不单独接触孩子的活动，到年龄再安排`,
  SERVE_BESIDE_CLEARED_ADULT: msg`在志愿者页写下每次一起去的、手续齐全的成年人`,
  ASK_DIRECTOR: msg`请机构负责人与志愿者谈一谈，再决定`,
};

export const STANDING_WORDS: Readonly<Record<VolunteerStanding, Word>> = {
  READY: { tone: 'good', word: msg`可以服务` },
  RENEWAL_DUE: { tone: 'soon', word: msg`可以服务，快到期` },
  NOT_READY: { tone: 'waiting', word: msg`还差几步` },
  STOPPED: { tone: 'paused', word: msg`暂不安排` },
};
