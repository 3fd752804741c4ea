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
  'companyYear.added': msg`开始编一年的企业目录`,
  'companyYear.changed': msg`改了一年企业目录的日期`,
  'companyYear.entryAdded': msg`在企业目录里加了一项活动`,
  'companyYear.entryChanged': msg`改了企业目录里的一项活动`,
  'companyYear.entryRemoved': msg`从企业目录里拿掉一项活动`,
  'companyYear.opened': msg`把一年的企业目录开放了`,
  'companyYear.wished': msg`一个团队选了下一年想参加的活动`,
  'companyYear.planned': msg`排了一年里各企业的日子`,
  'companyYear.decided': msg`定下或放开了一个企业的日子`,
  'companyYear.told': msg`把一年的日子告诉了各企业`,
  'companyYear.accepted': msg`一个团队答应了一天`,
  'companyYear.declined': msg`一个团队说来不了那一天`,
  'companyYear.designed': msg`一起商量了一天的活动`,
  'companyYear.designPlanned': msg`把商量好的一天写成了活动计划`,
  'companyYear.renewal': msg`记下一个团队明年还来不来`,
  'teamBooking.added': msg`一个团队约了一天`,
  'teamBooking.changed': msg`一个团队改了预约的人数`,
  'pack.opened': msg`活动结束，要给一个团队写说明`,
  'pack.sent': msg`把活动的说明发给了团队`,
  'teamBooking.moved': msg`团队的预约走了一步`,
};
