// Why somebody may serve without a paper for some days, and why that cannot be.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ExemptionReason, FactRefusal } from '../../gql/graphql.js';

export const EXEMPTION_WORDS: Readonly<Record<ExemptionReason, MessageDescriptor>> = {
  TRAINED_ELSEWHERE: msg`在别的机构受过同等的培训，证明正在核对。`,
  NEXT_COURSE_BOOKED: msg`已经报名最近一期培训，这之前有同事带着服务。`,
  PAPER_ON_ITS_WAY: msg`协议已经谈好，签字的纸本还在路上。`,
  SIGNED_WITH_PARTNER: msg`与合作机构签的协议还有效，正在换签。`,
};

export const EXEMPTION_REFUSALS: Readonly<Record<FactRefusal, MessageDescriptor>> = {
  OWN_RECORD: msg`自己的手续要请另一位负责人来决定。`,
  SECOND_PERSON_NEEDED: msg`这件事要请另一位负责人来决定。`,
  DIRECTOR_NEEDED: msg`这件事由机构负责人决定。`,
  TAKEN_BACK_ALREADY: msg`同事已经收回了这项豁免。`,
};
