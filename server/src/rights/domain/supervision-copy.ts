// Of the talks with their supervisor: what somebody gets in their copy, the note that only the two read included.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const SUPERVISION_COPY: readonly PlannedTable[] = [
  {
    table: 'supervision_session',
    title: say('督导会谈', 'Talks with your supervisor'),
    of: 't.subjectId = ?',
    given: {
      plannedOn: col('约在', 'Agreed for'),
      heldOn: col('谈的日子', 'Took place on'),
      minutes: col('分钟', 'Minutes'),
      topicsSealed: col('谈了什么', 'What was talked about'),
    },
  },
  {
    table: 'supervision_seat',
    title: say('督导会谈里写到您的', 'What talks say of you'),
    of: 't.personId = ?',
    given: {
      seenOn: col('谈的日子', 'Took place on'),
      wellbeing: col('您怎么样（0 到 4）', 'How you were (0 to 4)'),
      wishSealed: col('您想谈的', 'What you wished to talk about'),
      noteSealed: col('只有督导和您看的话', 'The note for the two of you'),
      praiseSealed: col('做得好的', 'What goes well'),
      signedAt: col('签名', 'Signed at'),
    },
  },
  {
    table: 'supervision_action',
    title: say('督导会谈里您答应做的', 'What you agreed to do'),
    of: 't.personId = ?',
    given: {
      textSealed: col('做什么', 'What'),
      dueOn: col('到哪天', 'Until'),
      doneAt: col('做完', 'Done at'),
    },
  },
];
