import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { AgreementState } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

interface Word {
  readonly word: MessageDescriptor;
  readonly tone: Tone;
}

/** `MINE`: the volunteer's own hand is awaited. */
export const OWN_STATE: Readonly<Record<AgreementState | 'MINE', Word>> = {
  MINE: { word: msg`等您签`, tone: 'waiting' },
  TO_SIGN: { word: msg`等监护人签`, tone: 'soon' },
  TO_COUNTERSIGN: { word: msg`等机构签`, tone: 'soon' },
  IN_FORCE: { word: msg`生效中`, tone: 'good' },
  ENDED: { word: msg`已经结束`, tone: 'quiet' },
  WITHDRAWN: { word: msg`没有签成`, tone: 'quiet' },
  REPLACED: { word: msg`已由新的一份代替`, tone: 'quiet' },
};
