import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AgeBand } from '../../gql/graphql.js';
import { lookUp } from '../../ui/words/look-up.js';

export const AGE_WORDS: Readonly<Record<AgeBand, MessageDescriptor>> = {
  UNDER_6: msg`六岁以下`,
  FROM_6: msg`六到八岁`,
  FROM_9: msg`九到十一岁`,
  FROM_12: msg`十二到十四岁`,
  FROM_15: msg`十五岁以上`,
};
const STAGES: Readonly<Record<string, MessageDescriptor>> = {
  PRESCHOOL: msg`还没有上小学`,
  PRIMARY: msg`在上小学`,
  JUNIOR: msg`在上初中`,
  SENIOR: msg`在上高中`,
  VOCATIONAL: msg`在学一门手艺`,
};
const LIKES: Readonly<Record<string, MessageDescriptor>> = {
  STUDY: msg`一起学习`,
  PEERS: msg`交朋友`,
  INTERESTS: msg`自己的兴趣`,
  CITY: msg`认识这座城市`,
  CAREER: msg`想想以后做什么`,
};

/** Undefined for a code that is newer than this page: it is left out, never shown bare. */
export const stageWords = (code: string): MessageDescriptor | undefined => lookUp(STAGES, code);
export const likeWords = (code: string): MessageDescriptor | undefined => lookUp(LIKES, code);
