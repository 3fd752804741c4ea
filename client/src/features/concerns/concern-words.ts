import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RaisedByKind } from '../../gql/graphql.js';

export const RAISED_BY: Readonly<Record<RaisedByKind, MessageDescriptor>> = {
  STAFF: msg`一位同事`,
  VOLUNTEER: msg`一位志愿者`,
  GUARDIAN: msg`家人，用家庭卡`,
  CHILD: msg`孩子自己，用家庭卡`,
  OTHER: msg`别的人`,
};
