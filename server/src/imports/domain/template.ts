// An empty list to fill in: headings in both languages, which the import knows again, and above them what to write how.
import { ACTIVITY_KINDS, TEAM_KINDS } from '@tongxing/shared/rules';
import { writeCsv } from './neutralise-cell.js';
import { REQUIRED_FIELDS, ROSTER_FIELDS, type RosterKind } from './roster-fields.js';
import { words, type Words } from './words.js';

const list = (codes: readonly { readonly zh: string; readonly en: string }[], language: 'zh' | 'en') =>
  codes.map((code) => code[language]).join(language === 'zh' ? '、' : ', ');
const PEOPLE = words(
  '日期写成 2026-03-15；手机号和身份证号的列请设为文本',
  'write dates like 2026-03-15; keep the columns of phone and ID numbers as text',
);
const NOTES: Readonly<Record<RosterKind, Words>> = {
  VOLUNTEERS: PEOPLE,
  CHILDREN: PEOPLE,
  STAFF: PEOPLE,
  ACTIVITIES: words(
    `日期写成 2027-03-06，时间写成 14:00，半夜写成 24:00；场地和负责人写机构里登记的名称；分工写成“带小组 4；拍照 1”；活动类型：${list(ACTIVITY_KINDS, 'zh')}`,
    `dates like 2027-03-06, times like 14:00, midnight as 24:00; venue and people in charge as the agency calls them; tasks like: lead a group 4; photos 1; kinds: ${list(ACTIVITY_KINDS, 'en')}`,
  ),
  TEAMS: words(
    `联系人和邮箱要么都写、要么都空着；确认以后才会发邀请；团队类型：${list(TEAM_KINDS, 'zh')}`,
    `contact and address both or neither; invitations go out once the list is confirmed; kinds: ${list(TEAM_KINDS, 'en')}`,
  ),
};
const MUST = words('带 * 的列必须填写', 'columns with * must be filled');

/** CSV with a byte order mark. A column without * may be left out, and columns may change places. */
export function templateOf(kind: RosterKind): string {
  const required: readonly string[] = REQUIRED_FIELDS[kind];
  const fields = Object.entries<readonly string[]>(ROSTER_FIELDS[kind]).filter(([field]) => field !== 'hours');
  const headers = fields.map(([field, [zh = field, ...others]]) => {
    const en = others.find((word) => /^[\x20-\x7e]+$/.test(word)) ?? field;
    return `${zh}（${en}）${required.includes(field) ? '*' : ''}`;
  });
  const note = `${MUST.zh}；${NOTES[kind].zh}。${MUST.en}; ${NOTES[kind].en}.`;
  return writeCsv([[note], headers]);
}
