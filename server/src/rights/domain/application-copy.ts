// Of an application to volunteer: what somebody wrote is theirs; what referees said tells of others, too.
import type { SpeakName } from './code-words.js';
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string, speak: SpeakName = 'plain'): GivenColumn => ({ label: say(zh, en), speak });
const OF_APPLICATION = 't.applicationId IN (SELECT id FROM application WHERE personId = ?)';

export const APPLICATION_COPY: readonly PlannedTable[] = [
  {
    table: 'application',
    title: say('报名做志愿者', 'Applying to volunteer'),
    of: 't.personId = ?',
    given: {
      answersSealed: col('您写的', 'What you wrote', 'applied'),
      sentAt: col('交上来', 'Sent'),
      decidedAt: col('定下来', 'Decided'),
    },
    withheld: { codeSealed: 'SECRET', decisionSealed: 'INTERNAL' },
  },
  {
    table: 'application_ask',
    title: say('为报名问过的人', 'Who was asked about your application'),
    of: OF_APPLICATION,
    given: { askedAt: col('什么时候问的', 'Asked at') },
    withheld: { contactSealed: 'OTHERS', saidSealed: 'OTHERS' },
  },
  {
    table: 'application_talk',
    title: say('为报名谈过的话', 'Talks about your application'),
    of: OF_APPLICATION,
    given: { talkedOn: col('哪一天', 'Day') },
    withheld: { noteSealed: 'INTERNAL' },
  },
];
