import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ChildAnswer, ConsentMethod } from '../../gql/graphql.js';

export const METHOD_WORDS: Readonly<Record<ConsentMethod, MessageDescriptor>> = {
  SIGNATURE: msg`签名`,
  THUMBPRINT: msg`按手印`,
  WITNESSED: msg`口头同意，有见证人`,
};

export const ANSWER_WORDS: Readonly<Record<ChildAnswer, MessageDescriptor>> = {
  YES: msg`愿意和这位陪伴者试一试`,
  NO: msg`现在不想`,
  NOT_ASKED: msg`还没有问`,
};
