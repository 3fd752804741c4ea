import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  CourseKind,
  CourseLessons,
  CourseWay,
  ServiceTask,
  TrainingPlaceState,
  TrainingRefusal,
} from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const TASK: Readonly<Record<ServiceTask, MessageDescriptor>> = {
  COMPANIONSHIP: msg`一对一成长陪伴`,
  HOME_VISIT: msg`走访`,
  GROUP_ACTIVITY: msg`小组、托管和活动`,
  TEAM_DAY: msg`和团队来一天`,
};
export const KIND: Readonly<Record<CourseKind, MessageDescriptor>> = {
  PRE_SERVICE: msg`岗前培训`,
  IN_SERVICE: msg`在岗培训`,
};
export const KIND_MEANS: Readonly<Record<CourseKind, MessageDescriptor>> = {
  PRE_SERVICE: msg`开始服务以前要学的。`,
  IN_SERVICE: msg`服务中继续学的；可以续期，不能代替岗前培训。`,
};
export const WAY: Readonly<Record<CourseWay, MessageDescriptor>> = {
  SESSIONS: msg`到场参加`,
  ONLINE: msg`在线学`,
  BOTH: msg`在线学，也要到场`,
};
export const PLACE: Readonly<Record<TrainingPlaceState, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  ENROLLED: { tone: 'soon', word: msg`报了名` },
  WAITING: { tone: 'waiting', word: msg`候补` },
  LEFT: { tone: 'quiet', word: msg`退出了` },
  ATTENDED: { tone: 'good', word: msg`到了` },
};
/** Why something about a session cannot be done, and what to do instead. */
export const REFUSAL: Readonly<Record<TrainingRefusal, MessageDescriptor>> = {
  COURSE_CLOSED: msg`这门课程现在不开场次。请看看别的课程。`,
  CANCELLED: msg`这一场取消了。请换一场。`,
  OVER: msg`这一场已经结束了。请换一场。`,
  NOT_YET: msg`还没有到那一天，到了那天再记。`,
  HELD_ALREADY: msg`已经有人参加过这一场，不能再取消。`,
  OWN_RECORD: msg`自己的出席要由另一位同事来记。`,
  OWN_SESSION: msg`这一场由您来讲，不用报名。`,
  ENROLLED_ALREADY: msg`您已经报过名了。`,
  ATTENDED_ALREADY: msg`您已经签过到了。`,
  NOT_ENROLLED: msg`您在这一场没有名额。请先报名。`,
  SAME_TIME: msg`同一时间您已经报了另一场。请先退出那一场，或者换一个时间。`,
  CODE_WRONG: msg`这个码不对。屏幕上的码每分钟会换，请看着屏幕再输一次。`,
  CODE_CLOSED: msg`现在还不能签到。开始前半小时起，到结束后一小时，可以输签到码。`,
  LESSONS_UNFINISHED: msg`这一遍还没有学完。请接着学。`,
  TOO_EARLY_AGAIN: msg`刚学完不久，过三十天可以再学一遍。`,
  LEARNED_HERE_ONLY: msg`这门课有手机上的课，讲的是这里的约定，人人都在这里学。`,
  ASKED_ALREADY: msg`这门课已经提过了，同事还在看。`,
  DECIDED_ALREADY: msg`已经有结果了。请刷新页面看一看。`,
  TOO_MANY_TRIES: msg`输错的次数太多了。请告诉讲课的同事，由他们在名单上记下您到了。`,
};

export const LESSONS: Readonly<Record<CourseLessons, MessageDescriptor>> = {
  SAFEGUARDING: msg`保护孩子的课，十二课`,
  RIGHTS: msg`权利和义务的课，六课`,
};
