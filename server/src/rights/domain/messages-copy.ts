// How somebody chose to be told what: their own choice, theirs to have.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const MESSAGES_COPY: readonly PlannedTable[] = [
  {
    table: 'message_preference',
    title: say('消息怎么发给您', 'How messages reach you'),
    of: 't.personId = ?',
    given: {
      quietFrom: col('从几点起不打扰', 'Quiet from (hour)'),
      quietUntil: col('到几点为止', 'Quiet until (hour)'),
      digestHour: col('几点合在一起发', 'Sent together at (hour)'),
      changedAt: col('最近一次改动', 'Last changed'),
    },
  },
];
