// Words for what the audit trail holds of teams that come for a day.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const TEAM_ACTIONS: Readonly<Record<string, MessageDescriptor>> = {
  'team.added': msg`登记了一个团队`,
  'team.changed': msg`改了一个团队的资料`,
  'team.coordinatorAdded': msg`给一个团队加了联系人`,
  'team.coordinatorEnded': msg`一位联系人不再替团队预约`,
  'teamOffer.made': msg`把一个活动开放给团队`,
  'teamOffer.changed': msg`改了团队参加一个活动的条件`,
  'teamBooking.added': msg`一个团队约了一天`,
  'teamBooking.changed': msg`一个团队改了预约的人数`,
  'pack.opened': msg`活动结束，要给一个团队写说明`,
  'pack.sent': msg`把活动的说明发给了团队`,
  'teamBooking.moved': msg`团队的预约走了一步`,
};
