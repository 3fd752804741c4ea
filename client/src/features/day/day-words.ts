// What the day of an activity is called in the reader's language: states of people, needs of a step, refusals.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Arrival, ArrivalRefusal, CheckInRefusal, DayNeed, ExpectedFrom } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const FROM: Readonly<Record<ExpectedFrom, MessageDescriptor>> = {
  IN_CHARGE: msg`负责的同事`,
  STAFFING: msg`排好的志愿者`,
  TEAM: msg`来的团队`,
};

export const ARRIVAL: Readonly<Record<Arrival, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  WITH_CHILDREN: { tone: 'good', word: msg`到了，和孩子一起` },
  OTHER_TASKS: { tone: 'soon', word: msg`到了，做别的事` },
  REFUSED: { tone: 'refused', word: msg`没有进来` },
};

export const WHY: Readonly<Record<ArrivalRefusal, MessageDescriptor>> = {
  NOT_READY: msg`还没有准备好：培训、协议或查询不齐。`,
  NOT_EXPECTED: msg`不在今天的名单上。`,
  FULL: msg`场地满了。`,
};

/** What the person at the door reads. */
export const REFUSED: Readonly<
  Record<CheckInRefusal, { readonly why: MessageDescriptor; readonly now: MessageDescriptor }>
> = {
  NOT_READY: {
    why: msg`来到孩子身边以前，每个人都要完成培训、签好协议、查过记录，只来一天也一样。`,
    now: msg`下面写着还差什么、怎么办。今天想帮忙，可以问门口的同事有没有不接触孩子的事。`,
  },
  NOT_EXPECTED: { why: msg`您不在今天这个活动的名单上。`, now: msg`请找门口的同事，由同事决定能不能加您进来。` },
  FULL: { why: msg`场地能容的人已经满了。`, now: msg`请找门口的同事，等有人离开，或换一个活动。` },
  NOT_RUNNING: { why: msg`活动还没有开始，或者已经结束。`, now: msg`请找负责的同事，开始以后再签到。` },
  WRONG_CODE: {
    why: msg`这个码不对，或者已经换了。码每分钟换一次。`,
    now: msg`看一看门口屏幕上现在的六个数字，再输一次。`,
  },
  CLOSED: { why: msg`签到已经关上了。`, now: msg`有要补记的，请告诉负责的同事。` },
};

export const NEED: Readonly<Record<DayNeed, MessageDescriptor>> = {
  ROSTERS: msg`等每个团队把名单定下来`,
  ON_THE_DAY: msg`到活动那一天才能开始`,
  RISK_CHILDREN: msg`写下孩子的风险防控预案`,
  RISK_STAFF: msg`写下工作人员和志愿者的风险防控预案`,
  IN_CHARGE: msg`由一位负责这个活动、今天在岗的同事来做`,
  LEFT: msg`还有人没有签离`,
  PICKED_UP: msg`每个来的孩子都要写下由谁接走`,
  CHILDREN_ASKED: msg`每个来的孩子都请自己说一说今天怎么样，不想说也可以`,
  EVALUATION: msg`写下评估`,
  REFLECTION: msg`写下反思`,
};
