// Words for what happens around activities.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const ACTIVITY_ACTIONS: Readonly<Record<string, MessageDescriptor>> = {
  'activity.planned': msg`计划了一个活动`,
  'activity.changed': msg`改了一个活动的计划`,
  'activity.reviewed': msg`审阅了一个活动的风险`,
  'activity.opened': msg`开放了一个活动`,
  'activity.cancelled': msg`取消了一个活动`,
  'activity.rosterLocked': msg`定下了一个活动的名单`,
  'activity.begun': msg`开始了一个活动`,
  'activity.recorded': msg`关上了一个活动的签到`,
  'activity.evaluated': msg`写了一个活动的评估和反思`,
  'activity.closed': msg`结束了一个活动`,
  'activity.childWritten': msg`写下了一个孩子参加活动的情况`,
  'attendance.arrived': msg`有人来参加活动`,
  'attendance.refused': msg`有人在活动门口没有进来`,
  'attendance.left': msg`有人离开了活动`,
  'venue.added': msg`添加了一个场地`,
  'venue.changed': msg`改了一个场地，或写下看到的`,
  'roster.linkMade': msg`给团队的名单开了链接`,
  'roster.linkClosed': msg`关了团队名单的链接`,
  'roster.asked': msg`有人用团队的链接要了账号`,
  'roster.joined': msg`报名和团队来一天`,
  'roster.left': msg`不和团队来了`,
  'roster.tasksChosen': msg`选了当天做什么`,
  'roster.takenOff': msg`从团队的名单上拿下一个人`,
  'roster.reminded': msg`提醒了名单上还没准备好的人`,
  'roster.agreementSigned': msg`签了当天的协议`,
  'roster.locked': msg`锁定了团队的名单`,
};
