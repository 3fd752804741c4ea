import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  SupervisionAgendaKind,
  SupervisionFormat,
  SupervisionKind,
  SupervisionMissed,
  SupervisionSource,
  SupervisionState,
} from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const KIND: Readonly<Record<SupervisionKind, MessageDescriptor>> = {
  SUPPORTIVE: msg`支持性`,
  EDUCATIONAL: msg`教育性`,
  ADMINISTRATIVE: msg`行政性`,
};
export const KIND_MEANS: Readonly<Record<SupervisionKind, MessageDescriptor>> = {
  SUPPORTIVE: msg`听听怎么样，累不累`,
  EDUCATIONAL: msg`一起学怎样陪得更好`,
  ADMINISTRATIVE: msg`手续、记录和安排`,
};
export const FORMAT: Readonly<Record<SupervisionFormat, MessageDescriptor>> = {
  INDIVIDUAL: msg`个别会谈`,
  GROUP: msg`团体督导`,
};
export const SOURCE: Readonly<Record<SupervisionSource, MessageDescriptor>> = {
  INTERNAL: msg`机构自己的督导`,
  EXTERNAL: msg`请外面的专家一起`,
};
export const MISSED: Readonly<Record<SupervisionMissed, MessageDescriptor>> = {
  VOLUNTEER_ABSENT: msg`志愿者没有来`,
  SUPERVISOR_ABSENT: msg`督导来不了`,
  CALLED_OFF: msg`商量好不谈了`,
};
export const STATE: Readonly<Record<SupervisionState, { readonly word: MessageDescriptor; readonly tone: Tone }>> = {
  SCHEDULED: { word: msg`约好了`, tone: 'soon' },
  HELD: { word: msg`等志愿者签名`, tone: 'waiting' },
  SIGNED: { word: msg`都签了名`, tone: 'good' },
  ACTIONS_OPEN: { word: msg`说好的事还没做完`, tone: 'soon' },
  DONE: { word: msg`完成`, tone: 'good' },
  MISSED: { word: msg`没有谈成`, tone: 'quiet' },
};
export const AGENDA: Readonly<Record<SupervisionAgendaKind, MessageDescriptor>> = {
  CONCERN_OPEN: msg`一件安全关切还没有结束`,
  CONTACT_LATE: msg`过了约好的联系日子`,
  PAIR_RESTS: msg`一段陪伴停着`,
  FACT_ENDS: msg`一项手续要续办`,
  ACTION_OPEN: msg`上次说好的，还没做完`,
};
/** From 0 to 4. */
export const WELLBEING: readonly MessageDescriptor[] = [msg`很难撑`, msg`有些吃力`, msg`一般`, msg`还不错`, msg`很好`];
