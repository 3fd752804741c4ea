// Words for what happens around courses and trainings.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const LEARNING: Readonly<Record<string, MessageDescriptor>> = {
  'course.added': msg`添了一门课程`,
  'course.changed': msg`改了一门课程`,
  'course.closed': msg`一门课程不再开`,
  'course.reopened': msg`一门课程重新开`,
  'training.earned': msg`学完课程，记进了培训`,
  'training.scheduled': msg`安排了一场培训`,
  'training.cancelled': msg`取消了一场培训`,
  'training.marked': msg`记下谁参加了培训`,
  'training.markRefused': msg`没有能记下谁参加了培训`,
  'training.enrolled': msg`报名了一场培训`,
  'training.waits': msg`在一场培训候补`,
  'training.left': msg`退出一场培训`,
  'training.attended': msg`用签到码参加了培训`,
  'training.codeWrong': msg`输错了培训的签到码`,
  'course.finished': msg`学完一门课程`,
  'credit.asked': msg`请机构承认在别处学过的`,
  'credit.withdrawn': msg`取回了在别处学过的请求`,
  'credit.granted': msg`承认了在别处学过的`,
  'credit.refused': msg`没有承认在别处学过的`,
  'credit.decideRefused': msg`没有能决定自己在别处学过的算不算`,
  'course.begunAgain': msg`把课再学一遍`,
};
