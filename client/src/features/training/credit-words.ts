import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CreditRefusal } from '../../gql/graphql.js';

export const NOT_THIS_TIME: Readonly<Record<CreditRefusal, MessageDescriptor>> = {
  UNREADABLE: msg`证明看不清楚`,
  OTHER_CONTENT: msg`学的内容对不上`,
  TOO_SHORT: msg`学得比这门课少很多`,
  NOT_CONFIRMED: msg`发证的地方没有能确认`,
};
