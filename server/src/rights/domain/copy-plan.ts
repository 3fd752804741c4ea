// Which tables hold something of a person, and what of each row goes into their copy. A table or a sealed column that is
// missing here fails a test: a new module cannot keep something of somebody without saying what they may have of it.
import type { SpeakName } from './code-words.js';
import type { Words } from './copy.js';
import { AGREEMENT_COPY } from './agreement-copy.js';
import { APPLICATION_COPY } from './application-copy.js';
import { ATTENDANCE_COPY } from './attendance-copy.js';
import { ELIGIBILITY_COPY } from './eligibility-copy.js';
import { HELPING_COPY } from './helping-copy.js';
import { MESSAGES_COPY } from './messages-copy.js';
import { LEARNING_COPY } from './learning-copy.js';
import { STAFFING_COPY } from './staffing-copy.js';
import { SUPERVISION_COPY } from './supervision-copy.js';

/** Why something that is kept of somebody is in nobody's copy; each is said in `NEVER_INCLUDED`. */
export type Withheld =
  /** It tells of somebody else, or of several people at once. */
  | 'OTHERS'
  /** Said for a child's safety: that there is such a thing must not be seen from a copy. */
  | 'SAFETY'
  /** Whoever had it could sign in. */
  | 'SECRET'
  /** How the work goes on inside: numbers, repetitions of what stands elsewhere in the copy, records of readings. */
  | 'INTERNAL';

export interface GivenColumn {
  readonly label: Words;
  readonly speak: SpeakName;
}
export interface PlannedTable {
  readonly table: string;
  readonly title: Words;
  /** SQL over the row `t` with one `?`: the person. */
  readonly of: string;
  /** Rows of these tables carry no agency. */
  readonly global?: true;
  readonly given: Readonly<Record<string, GivenColumn>>;
  /** Sealed columns that stay out. */
  readonly withheld?: Readonly<Record<string, Withheld>>;
}

const say = (zh: string, en: string): Words => ({ zh, en });
const col = (zh: string, en: string, speak: SpeakName = 'plain'): GivenColumn => ({ label: say(zh, en), speak });
const OWN = 't.personId = ?';
const OF_CHILD = 't.childId IN (SELECT id FROM child WHERE personId = ?)';
const OF_VOLUNTEER = 't.volunteerId IN (SELECT id FROM volunteer WHERE personId = ?)';
const OF_LOGIN = '(SELECT loginId FROM person WHERE id = ?)';

const FACT = {
  happenedOn: col('日期', 'Date'),
  validUntil: col('有效到', 'Valid until'),
  recordedAt: col('记录的时间', 'Written down at'),
};
const PAIR = {
  state: col('现在', 'Now', 'companionship'),
  acceptedAt: col('定下的时间', 'Agreed at'),
  startsOn: col('开始', 'Begins'),
  endedOn: col('结束', 'Ended'),
  ...{ coverFrom: col('代为陪伴，从', 'Standing in, from'), coverUntil: col('代为陪伴，到', 'Standing in, until') },
};
const PAIR_TEXTS = { reasonSealed: 'OTHERS', planSealed: 'OTHERS' } as const;

export const COPY_PLAN: readonly PlannedTable[] = [
  {
    table: 'person',
    title: say('基本信息', 'Who you are'),
    of: 't.id = ?',
    given: {
      nameSealed: col('姓名', 'Name'),
      phoneSealed: col('电话', 'Phone'),
      emailSealed: col('邮箱', 'E-mail'),
      idNumberSealed: col('证件号码', 'ID number'),
      gender: col('性别', 'Gender', 'gender'),
      birthDate: col('生日', 'Birthday'),
      createdAt: col('从什么时候开始保存', 'Kept since'),
    },
  },
  {
    table: 'login',
    title: say('登录账号', 'Account'),
    of: `t.id = ${OF_LOGIN}`,
    global: true,
    given: {
      identifierSealed: col('登录用的手机号或邮箱', 'Phone or e-mail for signing in'),
      locale: col('语言', 'Language', 'locale'),
      createdAt: col('开通的时间', 'Opened at'),
    },
  },
  {
    table: 'role_assignment',
    title: say('在这里的职责', 'Roles here'),
    of: OWN,
    given: { role: col('职责', 'Role', 'role'), startsOn: col('从', 'From'), endsOn: col('到', 'Until') },
  },
  {
    table: 'volunteer',
    title: say('作为志愿者', 'As a volunteer'),
    of: OWN,
    given: {
      languages: col('会说的话', 'Languages', 'language'),
      skills: col('擅长', 'Skills', 'skill'),
      freeTimes: col('有空的时间', 'Free times', 'times'),
      areaCode: col('住的地方', 'Area', 'area'),
      places: col('可以陪伴几个孩子', 'Children at most'),
      travelMetres: col('愿意走多远（米）', 'How far you travel (metres)'),
      createdAt: col('登记的时间', 'Registered at'),
    },
  },
  {
    table: 'volunteer_kind',
    title: say('志愿者身份', 'Kind of volunteer'),
    of: OWN,
    given: { kind: col('身份', 'Kind', 'volunteerKind'), startsOn: col('从', 'From'), endsOn: col('到', 'Until') },
  },
  {
    table: 'training',
    title: say('培训', 'Training'),
    of: OWN,
    given: { kind: col('培训', 'Kind', 'training'), ...FACT },
  },
  ...APPLICATION_COPY,
  ...AGREEMENT_COPY,
  ...SUPERVISION_COPY,
  ...LEARNING_COPY,
  ...ATTENDANCE_COPY,
  ...STAFFING_COPY,
  ...HELPING_COPY,
  ...MESSAGES_COPY,
  { table: 'volunteer_agreement', title: say('志愿服务协议', 'Volunteer agreement'), of: OWN, given: FACT },
  // H8: a hit is never told; the row of a hit and of a clear check look the same here.
  {
    table: 'record_check',
    title: say('违法犯罪记录查询', 'Record check'),
    of: OWN,
    given: { happenedOn: col('查询的日子', 'Asked on') },
  },
  {
    table: 'staff_credential',
    title: say('资格证书', 'Certificates'),
    of: OWN,
    given: {
      kind: col('证书', 'Certificate', 'credential'),
      numberSealed: col('编号', 'Number'),
      issuedBy: col('发证机关', 'Issued by'),
      validFrom: col('从', 'From'),
      validUntil: col('到', 'Until'),
    },
  },
  {
    table: 'supervisor_profile',
    title: say('督导', 'Supervision'),
    of: OWN,
    given: { places: col('可以督导几个人', 'Places') },
  },
  {
    table: 'terms_acceptance',
    title: say('同意过的条款', 'Terms you accepted'),
    of: OWN,
    given: {
      document: col('文件', 'Document', 'document'),
      version: col('版本', 'Version'),
      acceptedAt: col('时间', 'At'),
    },
  },
  {
    table: 'invitation',
    title: say('邀请', 'Invitations'),
    of: OWN,
    given: {
      identifierSealed: col('发到', 'Sent to'),
      createdAt: col('发出', 'Sent at'),
      acceptedAt: col('接受', 'Accepted at'),
    },
  },
  {
    table: 'saved_view',
    title: say('保存的视图', 'Saved views'),
    of: OWN,
    given: { name: col('名字', 'Name'), createdAt: col('保存的时间', 'Saved at') },
  },
  {
    table: 'child',
    title: say('孩子的档案', "The child's file"),
    of: OWN,
    given: {
      schoolSealed: col('学校', 'School'),
      schoolStage: col('学段', 'School stage', 'stage'),
      registration: col('户籍', 'Household registration', 'registration'),
      languages: col('会说的话', 'Languages', 'language'),
      needs: col('希望有人一起', 'Wishes', 'need'),
      freeTimes: col('有空的时间', 'Free times', 'times'),
      areaCode: col('住的地方', 'Area', 'area'),
      companionGender: col('希望陪伴者是', 'Companion wished for', 'gender'),
      difficultyLevel: col('关注程度', 'Attention', 'level'),
      waitingSince: col('登记的日子', 'Known since'),
      createdAt: col('从什么时候开始保存', 'Kept since'),
    },
    // The other parent may live apart, and where a child came from can be somebody's confidence.
    withheld: {
      guardianNameSealed: 'OTHERS',
      guardianPhoneSealed: 'OTHERS',
      guardianRelationSealed: 'OTHERS',
      referrerSealed: 'SAFETY',
    },
  },
  {
    table: 'household_member',
    title: say('在家里', 'In the family'),
    of: OWN,
    given: { relation: col('关系', 'Relation', 'relation'), since: col('从', 'From'), until: col('到', 'Until') },
  },
  {
    table: 'programme_place',
    title: say('参加的项目', 'Places in programmes'),
    of: OF_CHILD,
    given: {
      startsOn: col('从', 'From'),
      endsOn: col('到', 'Until'),
      endReason: col('结束的原因', 'Why it ended', 'placeEnd'),
    },
  },
  {
    table: 'consent',
    title: say('家庭的同意', "The family's consent"),
    of: OF_CHILD,
    given: {
      givenOn: col('给出', 'Given on'),
      validUntil: col('有效到', 'Valid until'),
      withdrawnOn: col('收回', 'Taken back on'),
      serviceAgreementSignedOn: col('服务协议', 'Service agreement of'),
    },
    withheld: { guardianNameSealed: 'OTHERS', relationSealed: 'OTHERS', witnessNameSealed: 'OTHERS' },
  },
  {
    table: 'consent_grant',
    title: say('同意和没有同意的事', 'What the family agreed to, and what not'),
    // What a child said by themselves is nobody else's to read.
    of: `t.giver <> 'CHILD' AND ${OF_CHILD}`,
    given: {
      givenAt: col('给出', 'Given at'),
      fromOn: col('从', 'From'),
      untilOn: col('到', 'Until'),
      withdrawnAt: col('收回', 'Taken back at'),
    },
  },
  {
    table: 'companionship',
    title: say('被陪伴', 'Being accompanied'),
    of: OF_CHILD,
    given: PAIR,
    withheld: PAIR_TEXTS,
  },
  {
    table: 'companionship',
    title: say('陪伴别人', 'Accompanying'),
    of: OF_VOLUNTEER,
    given: { ...PAIR, conductAcceptedOn: col('答应相处规则', 'Rules of conduct accepted') },
    withheld: PAIR_TEXTS,
  },
  ...ELIGIBILITY_COPY,
  // To the donor, without the child; a child's file names no donor.
  {
    table: 'sponsorship',
    title: say('资助', 'Sponsoring'),
    of: 't.donorPersonId = ?',
    given: { startsOn: col('从', 'From'), endsOn: col('到', 'Until') },
  },
  {
    table: 'child_share',
    title: say('开给谁看过', 'To whom it was opened'),
    of: OF_CHILD,
    given: {
      organisation: col('单位', 'Organisation'),
      openedOn: col('从', 'From'),
      untilOn: col('到', 'Until'),
      closedAt: col('提前关上', 'Closed at'),
    },
  },
  {
    table: 'progress_card',
    title: say('成长卡片', 'Progress cards'),
    // Drafts are the agency's thoughts; what went out has been read by a second person.
    of: `t.state = 'RELEASED' AND ${OF_CHILD}`,
    given: {
      titleSealed: col('题目', 'Title'),
      textSealed: col('内容', 'Text'),
      releasedAt: col('发出', 'Released at'),
    },
    withheld: { noteSealed: 'OTHERS', freezeReasonSealed: 'SAFETY' },
  },
  {
    table: 'stored_file',
    title: say('保存的证明和扫描件', 'Papers that are kept'),
    of: 't.ownerId = ?',
    given: { createdAt: col('放进来的时间', 'Brought in at'), byteCount: col('大小（字节）', 'Size in bytes') },
    withheld: { nameSealed: 'OTHERS', keySealed: 'SECRET' },
  },
  {
    table: 'team_coordinator',
    title: say('为团队约活动', 'Booking for a team'),
    of: OWN,
    given: { sinceOn: col('从', 'From'), untilOn: col('到', 'Until') },
  },
  {
    table: 'rights_request',
    title: say('您提出过的请求', 'What you asked us'),
    of: OWN,
    given: {
      rightKind: col('请求', 'Request', 'right'),
      askedAt: col('提出', 'Asked at'),
      state: col('现在', 'Now', 'answer'),
      decidedAt: col('答复', 'Answered at'),
    },
    // Another guardian of the same child may have written it.
    withheld: { wordsSealed: 'OTHERS', answerSealed: 'OTHERS' },
  },
];
