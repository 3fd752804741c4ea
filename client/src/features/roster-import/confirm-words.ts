// What a second person lets count, by kind of roster.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Batch } from './batch.js';

type Words = Readonly<Record<Batch['kind'], MessageDescriptor>>;

export const TO_CONFIRM_WORDS: Words = {
  VOLUNTEERS: msg`导入的培训、协议和查询记录，要由没有参与导入的人核对过才算数，这样一处笔误不会让没有准备好的人接触孩子。`,
  CHILDREN: msg`孩子和家庭已经在名单里。请没有参与导入的人对着原来的表看一遍：姓名、监护人和需求没有写错，才算完成。`,
  STAFF: msg`名单里的职责已经按日期生效；资格证书要由没有参与导入的人对着原件核对过才算数，这样走访和评估时依据的都是真的资格。`,
  ACTIVITIES: msg`活动已经作为草稿在日历里，还要各自写好风险、由第二个人审核才能开放。请没有参与导入的人对着原来的表看一遍：日期、时间和场地没有写错，才算完成。`,
  TEAMS: msg`团队已经登记，还没有给任何人发邀请。请没有参与导入的人核对联系人和邮箱；一确认，邀请就会发到这些邮箱。导入七天以后，联系人会从这里删去，要在团队那里一个一个邀请。`,
};

export const CONFIRMED_WORDS: Words = {
  VOLUNTEERS: msg`确认好了。名单里的培训、协议和查询记录从现在起算数。`,
  CHILDREN: msg`确认好了。这份名单有两个人看过。`,
  STAFF: msg`确认好了。名单里的资格证书从现在起算数。`,
  ACTIVITIES: msg`确认好了。这份活动计划表有两个人看过。`,
  TEAMS: msg`确认好了。邀请正在发给各团队的联系人。`,
};
