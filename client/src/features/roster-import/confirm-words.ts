// What a second person lets count, by kind of roster.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Batch } from './batch.js';

type Words = Readonly<Record<Batch['kind'], MessageDescriptor>>;

export const TO_CONFIRM_WORDS: Words = {
  VOLUNTEERS: msg`导入的培训、协议和查询记录，要由没有参与导入的人核对过才算数，这样一处笔误不会让没有准备好的人接触孩子。`,
  CHILDREN: msg`孩子和家庭已经在名单里。请没有参与导入的人对着原来的表看一遍：姓名、监护人和需求没有写错，才算完成。`,
  STAFF: msg`名单里的职责已经按日期生效；资格证书要由没有参与导入的人对着原件核对过才算数，这样走访和评估时依据的都是真的资格。`,
};

export const CONFIRMED_WORDS: Words = {
  VOLUNTEERS: msg`确认好了。名单里的培训、协议和查询记录从现在起算数。`,
  CHILDREN: msg`确认好了。这份名单有两个人看过。`,
  STAFF: msg`确认好了。名单里的资格证书从现在起算数。`,
};
