// Words for the codes that a copy carries: no code without words, in either language.
import {
  ACTIVITY_KINDS,
  DIFFICULTY_LEVELS,
  HOUSEHOLD_RELATIONS,
  LANGUAGES,
  NEEDS,
  PLACE_END_REASONS,
  REGISTRATIONS,
  SCHOOL_STAGES,
  SKILLS,
  STAFF_CREDENTIALS,
  VOLUNTEER_KINDS,
  wordsOf,
  type ApplicationAnswers,
  type Code,
} from '@tongxing/shared/rules';
import { ROLE_NAMES, ROLES } from '@tongxing/shared/permissions';
import type { Words } from './copy.js';

/** Turns what is kept into words; undefined where it is words already. */
export type Speak = (value: unknown) => Words | undefined;

const say = (zh: string, en: string): Words => ({ zh, en });
const OTHER = say('其他', 'Other');

/** One code, or a list of them, by a dictionary. A code that is newer than its words is “other”, never itself. */
const by =
  (find: (code: string) => Words | undefined): Speak =>
  (value) => {
    const codes = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    if (codes.length === 0) return undefined;
    const all = codes.map((code) => find(code) ?? OTHER);
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
  };
const of = (table: Readonly<Record<string, Words>>): Speak => by((code) => table[code]);
const coded = (table: readonly Code[]): Speak =>
  by((code) => {
    const words = wordsOf(table, code);
    return words && say(words.zh, words.en);
  });

const WEEKDAYS = [
  say('周一', 'Monday'),
  say('周二', 'Tuesday'),
  say('周三', 'Wednesday'),
  say('周四', 'Thursday'),
  say('周五', 'Friday'),
  say('周六', 'Saturday'),
  say('周日', 'Sunday'),
];
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const isTime = (one: unknown): one is { weekday: number; startMinute: number; endMinute: number } =>
  typeof one === 'object' && one !== null && 'weekday' in one && 'startMinute' in one && 'endMinute' in one;

/** What else was written when applying stands with the person and the volunteer by now. */
const applied: Speak = (value) => {
  if (typeof value !== 'string') return undefined;
  const { motive = '', experience = '' } = JSON.parse(value) as Pick<ApplicationAnswers, 'motive' | 'experience'>;
  const own = [motive, experience].filter((text) => text !== '').join('\n');
  return own === '' ? say('已经写进您的基本信息', 'Taken over into who you are') : say(own, own);
};

/** How often questions were asked again, over all lessons. */
const askedAgain: Speak = (value) => {
  if (typeof value !== 'string') return undefined;
  const counts = Object.values(JSON.parse(value) as Readonly<Record<string, number>>);
  const times = String(counts.reduce((sum, one) => sum + one, 0));
  return say(`${times} 次`, times);
};

export const SPEAK = {
  plain: () => undefined,
  applied,
  askedAgain,
  /** The agency's own table says it, so whoever has the table does. */
  area: () => OTHER,
  gender: of({ FEMALE: say('女', 'Female'), MALE: say('男', 'Male') }),
  language: coded(LANGUAGES),
  need: coded(NEEDS),
  skill: coded(SKILLS),
  relation: coded(HOUSEHOLD_RELATIONS),
  level: coded(DIFFICULTY_LEVELS),
  stage: coded(SCHOOL_STAGES),
  registration: coded(REGISTRATIONS),
  credential: coded(STAFF_CREDENTIALS),
  volunteerKind: coded(VOLUNTEER_KINDS),
  placeEnd: coded(PLACE_END_REASONS),
  contact: of({ ATTEMPTED: say('试着联系', 'Attempted'), MADE: say('联系上了', 'Made') }),
  role: by((code) => ROLE_NAMES[ROLES.find((role) => role === code) ?? 'EXPERT']),
  locale: of({ 'zh-CN': say('中文', 'Chinese'), en: say('英文', 'English') }),
  training: of({ PRE_SERVICE: say('岗前培训', 'Before service'), IN_SERVICE: say('在岗培训', 'In service') }),
  credit: of({
    ASKED: say('在等答复', 'Waits for an answer'),
    GRANTED: say('算数', 'Counts'),
    REFUSED: say('这一次不算', 'Does not count this time'),
    WITHDRAWN: say('您取回了', 'You took it back'),
  }),
  trainingPlace: of({
    ENROLLED: say('报了名', 'Has a seat'),
    WAITING: say('候补', 'Waiting'),
    LEFT: say('退出了', 'Left'),
    ATTENDED: say('参加了', 'Was there'),
  }),
  seat: of({
    PUBLISHED: say('安排好了', 'Arranged'),
    DECLINED: say('您说来不了', 'You said that you cannot come'),
    ENDED: say('不用来了', 'No longer needed'),
    PROPOSED: say('在重新安排', 'Being arranged anew'),
  }),
  activityKind: coded(ACTIVITY_KINDS),
  document: of({ TERMS: say('服务条款', 'Terms'), PRIVACY: say('隐私说明', 'Privacy notice') }),
  companionship: of({
    ACCEPTED: say('等志愿者回答', 'Waiting for the volunteer'),
    VOLUNTEER_AGREED: say('等家庭回答', 'Waiting for the family'),
    FAMILY_CONSENTED: say('可以开始', 'Ready to begin'),
    ACTIVE: say('正在进行', 'Going on'),
    PAUSED: say('先停一停', 'Paused'),
    ENDED: say('已经结束', 'Ended'),
    VOLUNTEER_DECLINED: say('没有开始', 'Did not begin'),
  }),
  right: of({
    COPY: say('要一份副本', 'A copy'),
    CORRECT: say('更正', 'A correction'),
    TRANSFER: say('转移到别处', 'Taking it elsewhere'),
    ERASE: say('删除', 'Erasure'),
  }),
  answer: of({
    RECEIVED: say('收到了', 'Received'),
    GIVEN: say('已经办好', 'Done'),
    REFUSED: say('没有同意', 'Refused'),
    WITHDRAWN: say('自己收回了', 'Taken back'),
  }),
  times: (value: unknown): Words | undefined => {
    if (!Array.isArray(value)) return undefined;
    const times = value.filter(isTime);
    const line = (language: keyof Words) =>
      times
        .map(({ weekday, startMinute, endMinute }) => {
          const day = WEEKDAYS[(weekday + 6) % 7];
          return `${day?.[language] ?? ''} ${clock(startMinute)}–${clock(endMinute)}`;
        })
        .join(language === 'zh' ? '；' : '; ');
    return { zh: line('zh'), en: line('en') };
  },
} as const satisfies Readonly<Record<string, Speak>>;
export type SpeakName = keyof typeof SPEAK;
