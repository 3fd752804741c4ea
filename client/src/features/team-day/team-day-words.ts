import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { GuestTasks, RosterNeed, RosterRefusal } from '../../gql/graphql.js';

export const TASKS: Readonly<Record<GuestTasks, MessageDescriptor>> = {
  WITH_CHILDREN: msg`和孩子们一起`,
  WITHOUT_CHILDREN: msg`不接触孩子的任务`,
};
export const NEED: Readonly<Record<RosterNeed, MessageDescriptor>> = {
  TRAINING: msg`学一课`,
  AGREEMENT: msg`签当天的协议`,
  RECORD_CHECK: msg`办好记录查询`,
  ASK_AGENCY: msg`请问一问机构`,
};
export const REFUSAL: Readonly<Record<RosterRefusal, MessageDescriptor>> = {
  CLOSED: msg`这一天现在不能报名，也不能改了。`,
  CUT_OFF: msg`名单已经定下来了，改动请直接联系机构。`,
  FULL: msg`名额已经满了。有同事让出名额，就可以再报名。`,
  NOT_CLEARED: msg`名单已经锁定，只有全都准备好的人可以补上。先把还差的做完，再试一次。`,
  NO_SUCH_TASKS: msg`这一天没有这样的任务，请选另一种。`,
  NOT_JOINED: msg`您现在不在名单上。`,
  NOBODY: msg`现在没有人需要这样做。`,
  TOO_SOON: msg`现在还太早，请过一阵再试。`,
};
