import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ImportDuplicateRule, ImportRowStatus, ImportState, ImportUse, RosterKind } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';
import type { BatchStep } from './batch-view.js';

interface Word {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
}

export const KIND_WORDS: Readonly<Record<RosterKind, MessageDescriptor>> = {
  VOLUNTEERS: msg`志愿者名单`,
  CHILDREN: msg`儿童和家庭名单`,
  STAFF: msg`同事名单`,
  ACTIVITIES: msg`活动计划表`,
  TEAMS: msg`公司和其他团队`,
};
/** Of the others the rows are plans, or teams. */
export const listsPeople = (kind: RosterKind): boolean => kind !== 'ACTIVITIES' && kind !== 'TEAMS';

export const LIST_WORDS: Readonly<Record<RosterKind, MessageDescriptor>> = {
  VOLUNTEERS: msg`看谁可以服务`,
  CHILDREN: msg`看孩子们`,
  STAFF: msg`看同事们`,
  ACTIVITIES: msg`去看活动`,
  TEAMS: msg`看团队`,
};
export const STATE_WORDS: Readonly<Record<ImportState, Word>> = {
  STAGED: { tone: 'waiting', word: msg`等您检查` },
  IMPORTED: { tone: 'waiting', word: msg`等第二个人确认` },
  CONFIRMED: { tone: 'good', word: msg`已经确认` },
  DISCARDED: { tone: 'quiet', word: msg`已经放下` },
};
export const ROW_WORDS: Readonly<Record<ImportRowStatus, Word>> = {
  VALID: { tone: 'good', word: msg`可以导入` },
  BAD: { tone: 'waiting', word: msg`需要看一看` },
  DUPLICATE: { tone: 'quiet', word: msg`重复` },
};
export const RULE_WORDS: Readonly<Record<ImportDuplicateRule, MessageDescriptor>> = {
  SKIP: msg`都不改，留下这些行`,
  UPDATE: msg`都用这份名单更新`,
  ASK: msg`一行一行决定`,
};
export const STEP_WORDS: Readonly<Record<BatchStep, MessageDescriptor>> = {
  CHOOSE: msg`选文件`,
  CHECK: msg`检查每一行`,
  IMPORT: msg`导入`,
  CONFIRM: msg`第二个人确认`,
};
export const USE_WORDS: Readonly<Record<ImportUse, MessageDescriptor>> = {
  COMPANIONSHIP: msg`成长陪伴`,
  PROPOSAL: msg`搭配建议`,
  CONSENT: msg`家庭的同意或个人链接`,
  ACCOUNT: msg`账号或邀请`,
  ROLE: msg`其他职责`,
  PAPER: msg`后来补上的材料`,
  STOP: msg`暂停的决定`,
  FILE_ACCESS: msg`调阅`,
  HOUSEHOLD: msg`家庭里后来的记录`,
  PROGRAMME: msg`项目名额`,
  BOOKING: msg`团队的预约`,
  CHANGED: msg`后来又改过的资料`,
  LATER_ROSTER: msg`后来的名单`,
  OTHER: msg`别的记录`,
};
