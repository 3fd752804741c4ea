// Of somebody's way from being helped to helping: their own steps and words, all of them theirs to have.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });
const OWN = 't.personId = ?';

export const HELPING_COPY: readonly PlannedTable[] = [
  {
    table: 'helper_journey',
    title: say('助人自助', 'Helping others'),
    of: OWN,
    given: { begunOn: col('开始', 'Begun'), leftOn: col('结束', 'Ended') },
  },
  {
    table: 'helper_milestone',
    title: say('助人自助走过的步', 'Steps of helping others'),
    of: OWN,
    given: { happenedOn: col('日期', 'Date') },
  },
  {
    table: 'helper_word',
    title: say('您自己讲的话', 'What you said yourself'),
    of: OWN,
    given: { wordsSealed: col('您的话', 'Your words'), saidAt: col('什么时候', 'When') },
  },
];
