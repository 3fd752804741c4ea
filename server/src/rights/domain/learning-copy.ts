// Of what somebody learns: how far they came, and their places in sessions.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const LEARNING_COPY: readonly PlannedTable[] = [
  {
    table: 'course_progress',
    title: say('网上课程', 'Online course'),
    of: 't.personId = ?',
    given: {
      startedAt: col('开始', 'Begun'),
      lastAt: col('最近一次', 'Last'),
      finishedAt: col('学完', 'Finished'),
      round: col('第几遍', 'Round'),
      askedAgain: { label: say('又问了几次', 'Asked again'), speak: 'askedAgain' },
    },
  },
  {
    table: 'training_credit',
    title: say('在别处学过的', 'Learned elsewhere'),
    of: 't.personId = ?',
    given: {
      learnedOn: col('哪天学的', 'Learned on'),
      placeSealed: col('在哪里', 'Where'),
      state: { label: say('结果', 'Outcome'), speak: 'credit' },
      wordsSealed: col('写给您的话', 'Words to you'),
      askedAt: col('提出', 'Asked'),
      decidedAt: col('答复', 'Answered'),
    },
  },
  {
    table: 'training_place',
    title: say('培训场次', 'Training sessions'),
    of: 't.personId = ?',
    given: {
      state: { label: say('报名', 'Place'), speak: 'trainingPlace' },
      codeTries: col('输错签到码的次数', 'Wrong codes'),
      changedAt: col('时间', 'At'),
    },
  },
  {
    table: 'roster_place',
    title: say('和团队来的日子', 'Days with a team'),
    of: 't.personId = ?',
    given: {
      createdAt: col('报名的时间', 'Asked at'),
      signedAt: col('签当天协议的时间', 'Agreement for the day signed at'),
      changedAt: col('时间', 'At'),
    },
  },
];
