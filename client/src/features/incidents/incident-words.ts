import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { IncidentKind, IncidentScenario } from '../../gql/graphql.js';

export const KIND: Readonly<Record<IncidentKind, MessageDescriptor>> = {
  INCIDENT: msg`突发事件`,
  DRILL: msg`演练`,
};
export const SCENARIO: Readonly<Record<IncidentScenario, MessageDescriptor>> = {
  INJURY: msg`有人受伤`,
  MISSING_CHILD: msg`找不到一个孩子`,
  FIRE: msg`起火`,
  ILLNESS: msg`突然生病`,
  STRANGER: msg`有陌生人闯进来`,
  WEATHER: msg`坏天气`,
  TRAFFIC: msg`路上出事`,
  OTHER: msg`别的`,
};
