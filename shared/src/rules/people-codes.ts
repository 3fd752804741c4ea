// Words for what colleagues are qualified for, who volunteers are, and what a programme is about.
import { contains, type LocalDate } from '../kernel/index.js';
import type { Code } from './codes.js';

/** What a colleague's certificate says (§6.2.2, §7.2.1). */
export const STAFF_CREDENTIALS = [
  word('SOCIAL_WORKER_ASSISTANT', '助理社会工作师', 'Assistant social worker', [
    '助理社工师',
    '初级社工',
    '初级社工师',
  ]),
  word('SOCIAL_WORKER', '社会工作师', 'Social worker', ['社工师', '中级社工', '中级社工师', '社工']),
  word('SENIOR_SOCIAL_WORKER', '高级社会工作师', 'Senior social worker', ['高级社工师', '高级社工']),
  word('COUNSELLOR', '心理咨询师', 'Counsellor', ['心理咨询', '心理治疗师']),
  word('TEACHER', '教师', 'Teacher', ['教师资格', '教师资格证', '老师']),
  word('LAWYER', '律师', 'Lawyer', ['律师执业证', '法律职业资格']),
  word('DOCTOR', '医师', 'Doctor', ['医生', '执业医师', '护士']),
  word('OTHER', '其他资格', 'Another qualification', ['其他', '其它']),
] as const;
export type StaffCredentialKind = (typeof STAFF_CREDENTIALS)[number]['code'];

/** The three by which somebody is a qualified social worker (H2). */
export const QUALIFIED_CREDENTIALS = [
  'SOCIAL_WORKER_ASSISTANT',
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
] as const satisfies readonly StaffCredentialKind[];

/** Who somebody is beside volunteering: six kinds of individuals, and four that grew out of the service itself. */
export const VOLUNTEER_KINDS = [
  word('ENTREPRENEUR', '企业家', 'Entrepreneur', ['企业主', '创业者']),
  word('STUDENT', '大学生', 'Student', ['学生', '研究生']),
  word('OFFICIAL', '公务员', 'Official', ['机关干部', '政府工作人员']),
  word('ACADEMIC', '学者', 'Academic', ['专家学者', '研究人员', '大学教师']),
  word('JOURNALIST', '记者', 'Journalist', ['媒体', '媒体人', '编辑']),
  word('MIGRANT_WORKER', '务工人员', 'Migrant worker', ['外来务工人员', '新市民', '工友']),
  word('CORE_CHILD', '儿童骨干志愿者', 'Core child volunteer', ['儿童志愿者', '小骨干']),
  word('PARENT', '家长志愿者', 'Parent volunteer', ['家长']),
  word('CORPORATE', '企业志愿者', 'Corporate volunteer', ['企业员工志愿者']),
  word('SPONSOR', '资助人志愿者', 'Sponsor volunteer', ['资助人']),
] as const;
export type VolunteerKindCode = (typeof VOLUNTEER_KINDS)[number]['code'];
/** Kinds of volunteers who grow from service; of the first two, people were served themselves (助人自助, figures.md D7). */
export const GROWN_KINDS = [
  'CORE_CHILD',
  'PARENT',
  'CORPORATE',
  'SPONSOR',
] as const satisfies readonly VolunteerKindCode[];
export type GrownKind = (typeof GROWN_KINDS)[number];

/** Where a service works: the four levels that belong together (P13). */
export const SERVICE_LEVELS = [
  word('CHILD', '儿童', 'Child', ['个人']),
  word('FAMILY', '家庭', 'Family', []),
  word('COMMUNITY', '社区', 'Community', []),
  word('SOCIETY', '社会', 'Society', []),
] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number]['code'];

/** How it helps (P13). */
export const SUPPORT_KINDS = [
  word('INSTRUMENTAL', '工具性支持', 'Practical support', ['工具性', '物质支持']),
  word('EXPRESSIVE', '表达性支持', 'Emotional support', ['表达性', '情感支持']),
] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number]['code'];

/** Why a child's place in a programme has ended. `YIELDED`: the family gave it to somebody who needs it more (P16). */
export const PLACE_END_REASONS = [
  word('COMPLETED', '已经走完', 'Completed', ['完成', '毕业']),
  word('YIELDED', '家里把名额让给了别的孩子', 'The family passed the place on', ['让出', '转让']),
  word('MOVED', '搬家', 'The family moved', ['搬走']),
  word('LEFT', '家里选择离开', 'The family chose to leave', ['退出']),
  word('OTHER', '其他原因', 'Another reason', ['其他']),
] as const;
export type PlaceEndReason = (typeof PLACE_END_REASONS)[number]['code'];

/** Why a record is taken back. The row stays and says so; a right one is added beside it. */
export const TAKE_BACK_REASONS = [
  word('WRONG_PERSON', '记到了别人名下', 'Entered for somebody else', []),
  word('WRONG_DATE', '日期有误', 'The date was wrong', []),
  word('NOT_GENUINE', '证明材料不成立', 'The paper does not hold', []),
  word('ENTERED_TWICE', '重复记录', 'Entered twice', ['重复']),
  word('OTHER_MISTAKE', '其他记录错误', 'Another mistake', []),
] as const;
export type TakeBackReason = (typeof TAKE_BACK_REASONS)[number]['code'];

export interface DatedCredential {
  readonly kind: StaffCredentialKind;
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate | undefined;
  /** False while it came by an import that no second person has confirmed. */
  readonly confirmed: boolean;
}

/** Whether a credential counts on a day: confirmed, begun, and not over. */
export const countsOn = ({ confirmed, validFrom, validUntil }: DatedCredential, day: LocalDate): boolean =>
  confirmed && contains({ from: validFrom, to: validUntil }, day);

/** Whether these credentials make somebody a qualified social worker on a day (H2, §6.2.2). */
export function qualifiedOn(credentials: readonly DatedCredential[], day: LocalDate): boolean {
  const qualified: readonly StaffCredentialKind[] = QUALIFIED_CREDENTIALS;
  return credentials.some((credential) => qualified.includes(credential.kind) && countsOn(credential, day));
}

/** How a credential stands on a day, for a screen that must warn in time. */
export type CredentialStanding = 'VALID' | 'RENEWAL_DUE' | 'EXPIRED' | 'NOT_YET' | 'UNCONFIRMED';

export function credentialStanding(
  credential: DatedCredential,
  day: LocalDate,
  warnFrom: LocalDate,
): CredentialStanding {
  if (!credential.confirmed) return 'UNCONFIRMED';
  if (day < credential.validFrom) return 'NOT_YET';
  if (credential.validUntil === undefined) return 'VALID';
  if (credential.validUntil < day) return 'EXPIRED';
  return credential.validUntil <= warnFrom ? 'RENEWAL_DUE' : 'VALID';
}

function word<C extends string>(code: C, zh: string, en: string, also: readonly string[]): Code & { readonly code: C } {
  return { code, zh, en, also };
}
