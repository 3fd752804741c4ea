import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CountedHelperStep, HelperState, HelperStep, RecordedHelperStep } from '../../gql/graphql.js';
import { lookUp } from '../../ui/words/look-up.js';

export const STEP_WORDS: Readonly<Record<HelperStep, MessageDescriptor>> = {
  INTERESTED: msg`说想帮助别人`,
  CONSENTED: msg`孩子和监护人都同意`,
  CHECKED: msg`违法犯罪记录查询过了`,
  TRAINED: msg`学完了培训`,
  AGREEMENT_SIGNED: msg`签了志愿服务协议`,
  ACCOMPANIED: msg`有人带着服务了头几次`,
  ACTIVE: msg`开始服务`,
  CORE: msg`成为骨干志愿者`,
  STAFF: msg`成为同事`,
};
export const STATE_WORDS: Readonly<Record<HelperState, MessageDescriptor>> = { ...STEP_WORDS, LEFT: msg`已经结束` };

export const COUNTED_WORDS: Readonly<Record<CountedHelperStep, MessageDescriptor>> = {
  BEGUN: msg`说想帮助别人，开始了`,
  ACTIVE: STEP_WORDS.ACTIVE,
  CORE: STEP_WORDS.CORE,
  STAFF: STEP_WORDS.STAFF,
};

/** The step that a worker may record next, by the one reached before it. */
export const NEXT_STEP: Readonly<Partial<Record<HelperState, RecordedHelperStep>>> = {
  ACCOMPANIED: 'ACTIVE',
  ACTIVE: 'CORE',
  CORE: 'STAFF',
};

const AGAINST: Readonly<Record<string, MessageDescriptor>> = {
  BIRTH_DATE_MISSING: msg`还没有登记生日`,
  TOO_YOUNG: msg`年龄还小，再等一等`,
  ALREADY_BEGUN: msg`已经开始了`,
};
export const againstWords = (code: string): MessageDescriptor => lookUp(AGAINST, code) ?? msg`现在还不能开始`;
