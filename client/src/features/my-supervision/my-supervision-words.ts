import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { SupervisionFormat, SupervisionState } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

interface Word {
  readonly word: MessageDescriptor;
  readonly tone: Tone;
}
type OwnState = Exclude<SupervisionState, 'HELD'> | 'TO_SIGN' | 'OTHERS_SIGN';

export const FORMAT_WORD: Readonly<Record<SupervisionFormat, MessageDescriptor>> = {
  INDIVIDUAL: msg`两个人谈`,
  GROUP: msg`几个人一起`,
};
export const OWN_STATE: Readonly<Record<OwnState, Word>> = {
  SCHEDULED: { word: msg`约好了`, tone: 'soon' },
  TO_SIGN: { word: msg`等您签名`, tone: 'waiting' },
  OTHERS_SIGN: { word: msg`等别人签名`, tone: 'soon' },
  SIGNED: { word: msg`都签了名`, tone: 'good' },
  ACTIONS_OPEN: { word: msg`说好的事还没做完`, tone: 'soon' },
  DONE: { word: msg`完成`, tone: 'good' },
  MISSED: { word: msg`没有谈成`, tone: 'quiet' },
};
/** From 0 to 4. */
export const WELLBEING_WORD: readonly MessageDescriptor[] = [
  msg`很难撑`,
  msg`有些吃力`,
  msg`一般`,
  msg`还不错`,
  msg`很好`,
];
