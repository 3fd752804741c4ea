import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReminderKind } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const REMINDER_KIND_WORDS: Readonly<Record<ReminderKind, MessageDescriptor>> = {
  TRAINING: msg`培训`,
  VOLUNTEER_AGREEMENT: msg`志愿服务协议`,
  RECORD_CHECK: msg`违法犯罪记录查询`,
  COLLEAGUE_CHECK: msg`同事的违法犯罪记录查询`,
  COMING_OF_AGE: msg`满十八周岁，要办违法犯罪记录查询`,
  AGREEMENT_VERSION: msg`志愿服务协议，新的一份等本人签`,
  AGREEMENT_AWAITED: msg`志愿服务协议，新的一份等监护人或机构签`,
  SUPERVISION: msg`督导会谈`,
  CONTACT: msg`约定的见面`,
  TEAM_DAY: msg`和团队来的一天，还没准备好`,
  TEAM_DAY_CHECK: msg`和团队来的一天，记录查询`,
  TEAM_ROSTER: msg`团队的名单`,
};

const SOON_DAYS = 7;

/** How pressing it is: over, within the week, or with time left. */
export function toneOf(daysLeft: number): Tone {
  if (daysLeft < 0) return 'waiting';
  return daysLeft <= SOON_DAYS ? 'soon' : 'quiet';
}
