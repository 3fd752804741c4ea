// What may be done with teams, their days and what they are told afterwards.
import type { Permission } from './matrix.js';
import type { PlainWords } from './words.js';

const say = (zh: string, en: string): PlainWords => ({ zh, en });

export const TEAM_WORDS = {
  'teamRoster.read': say('看团队的名单，谁已经准备好', 'see who comes with a team, and who of them may'),
  'teamRoster.insure': say(
    '下载团队的投保名单：姓名、证件号、出生日期',
    'take along the insurance list of a team: names, identity numbers, birth dates',
  ),
  'teamRoster.keep': say('管理团队的名单，锁定名单', 'keep the roster of a team, and lock it'),
  'team.read': say('看来参加活动的团队和他们的预约', 'see the teams that come for a day, and their bookings'),
  'team.change': say('登记团队，安排谁替团队预约', 'add teams, and say who books for them'),
  'team.offer': say('把活动开放给团队，写明条件', 'open an activity to teams, on which terms'),
  'team.decide': say('确认或谢绝团队的预约', "confirm or decline teams' bookings"),
  'pack.read': say('看活动之后给团队的说明', 'see what teams are told after their day'),
  'pack.send': say('把活动之后的说明发给团队', 'send a team what its day came to'),
  'pack.readOwn': say(
    '看自己和团队服务过的时间，拿服务证明',
    'see one’s own service with a team, and take its certificate',
  ),
  'pack.readAsTeam': say('看自己的团队收到的活动说明', 'read what the own team was told after a day'),
  'team.book': say('为自己的团队看日子、预约和取消', 'see days for the own team, book and cancel'),
} satisfies Readonly<Partial<Record<Permission, PlainWords>>>;
