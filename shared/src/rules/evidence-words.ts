// What the numbers of the yearly evidence are called, on the paper and on the page alike, in both languages.
import type { BreachStep } from './breach.js';
import type { ConcernOutcome, EvidenceCount, EvidenceSection, RightsOutcome } from './evidence.js';
import type { Right } from './rights.js';

export interface EvidenceWord {
  readonly zh: string;
  readonly en: string;
}
const say = (zh: string, en: string): EvidenceWord => ({ zh, en });

export const EVIDENCE_SECTION_WORDS: Readonly<Record<EvidenceSection, EvidenceWord>> = {
  CONSENT: say('告知与同意', 'Telling families, and their consent'),
  RIGHTS: say('个人对自己信息的请求', 'Requests of people about their data'),
  CONCERNS: say('安全关切与报告', 'Concerns about safety, and reports'),
  BREACHES: say('信息事件与演练', 'Breaches of data, and exercises'),
  DRILLS: say('突发事件与演练', 'Incidents, and drills'),
  TRAINING: say('培训', 'Training'),
  READS: say('查看敏感信息的记录', 'Reads of sensitive data'),
  RELEASE: say('对外发出前的检查', 'Checks before anything leaves'),
  ACCESS: say('权限与账号', 'Access and accounts'),
};

export const EVIDENCE_COUNT_WORDS: Readonly<Record<EvidenceCount, EvidenceWord>> = {
  consentAsked: say('用链接问监护人', 'Guardians asked by a link'),
  consentAnswered: say('记下家庭的回答', 'Answers of families written down'),
  consentTakenBack: say('家庭收回同意', 'Consents taken back'),
  guardianBarred: say('标记监护人，其同意不再算数', "Guardians' words set aside for safety"),
  copiesTaken: say('下载个人信息副本', 'Copies taken'),
  personsErased: say('按请求删除个人资料', 'People erased on request'),
  concernsEscalated: say('没有人看到，告诉了下一位', 'Unseen, so the next one was told'),
  readsOfChildren: say('儿童的资料', 'Files of children'),
  readsOfHouseholds: say('家庭的资料', 'Files of households'),
  readsOfConcerns: say('安全关切', 'Concerns about safety'),
  readsOfConsents: say('家庭的同意', 'Consents of families'),
  readsOfCards: say('成长卡片', 'Progress cards'),
  readsOfVolunteers: say('志愿者的联系方式', 'Contacts of volunteers'),
  readsOfPapers: say('证明和扫描件', 'Papers and scans'),
  closedPartsOpened: say('写明理由，打开收着的资料', 'Closed parts opened for a reason'),
  cardsWritten: say('写下的成长卡片', 'Progress cards written'),
  cardsReturned: say('送回去再改', 'Sent back to be changed'),
  cardsReviewed: say('第二位读者看过', 'Read by a second reader'),
  cardsReleased: say('发出', 'Released'),
  cardsWithdrawn: say('收回', 'Withdrawn'),
  cardsFrozen: say('为安全先停住', 'Frozen for safety'),
  releaseChecks: say('发出前的检查', 'Checks before sending'),
  releaseSecondLooks: say('第二位同事再看过的检查', 'Checks looked at by a second colleague'),
  accessRefused: say('被拒绝的操作', 'Operations refused'),
  attemptsThrottled: say('试了太多次，被拦下', 'Held up after too many attempts'),
  workStopped: say('暂停一个人的全部工作', "Somebody's work stopped"),
  listsExported: say('导出名单或操作记录', 'Lists or audit exported'),
};

export const RIGHT_WORDS: Readonly<Record<Right, EvidenceWord>> = {
  COPY: say('查阅、复制', 'View and copy'),
  CORRECT: say('更正', 'Correct'),
  TRANSFER: say('转移', 'Transfer'),
  ERASE: say('删除', 'Erase'),
};
export const RIGHTS_OUTCOME_WORDS: Readonly<Record<RightsOutcome, EvidenceWord>> = {
  GIVEN: say('按期办好', 'Given in time'),
  GIVEN_LATE: say('办好，晚于期限', 'Given late'),
  REFUSED: say('按期说明理由，没有同意', 'Refused with a reason, in time'),
  REFUSED_LATE: say('没有同意，晚于期限', 'Refused late'),
  WITHDRAWN: say('本人收回', 'Taken back by the person'),
  WAITING: say('还在期限以内', 'Waiting, within time'),
  LATE: say('还没有答复，已过期限', 'Waiting, overdue'),
};
export const CONCERN_OUTCOME_WORDS: Readonly<Record<ConcernOutcome, EvidenceWord>> = {
  REPORTED: say('按期报告主管部门', 'Reported to the authority in time'),
  REPORTED_LATE: say('报告了，晚于期限', 'Reported late'),
  NOT_REPORTED: say('没有报告（含不需要报告的）', 'Not reported, also where none was due'),
};
export const BREACH_STEP_WORDS: Readonly<Record<BreachStep, EvidenceWord>> = {
  CONTAIN: say('止住', 'Contained'),
  TELL_AUTHORITY: say('报告部门', 'Authority told'),
  TELL_AFFECTED: say('告知受影响的人', 'Those concerned told'),
  CLOSE: say('处理完毕', 'Closed'),
};
export const SCENARIO_WORDS: Readonly<Record<string, EvidenceWord>> = {
  INJURY: say('受伤', 'Injury'),
  MISSING_CHILD: say('孩子走失', 'A child is missing'),
  FIRE: say('火情', 'Fire'),
  ILLNESS: say('突发疾病', 'Sudden illness'),
  STRANGER: say('陌生人', 'A stranger'),
  WEATHER: say('天气', 'Weather'),
  TRAFFIC: say('交通', 'Traffic'),
  OTHER: say('其他', 'Other'),
};
