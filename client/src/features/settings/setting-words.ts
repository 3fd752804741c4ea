// What each setting means, in words that a director can decide by.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { settingDefinition, type SettingKey, type SettingUnit } from '@tongxing/shared/rules';
import { lookUp } from '../../ui/words/look-up.js';

export interface SettingWords {
  readonly name: MessageDescriptor;
  readonly meaning: MessageDescriptor;
}

const SETTING_WORDS: Readonly<Record<SettingKey, SettingWords>> = {
  recordCheckValidDays: {
    name: msg`违法犯罪记录查询的有效期`,
    meaning: msg`从查询那天算起，过了这么久就要再查一次。最长一年。`,
  },
  renewalWindowDays: { name: msg`提前多久提醒续办`, meaning: msg`手续到期以前这么久开始提醒；这段时间还可以服务。` },
  reminderFirstDays: {
    name: msg`到期前多久第一次告诉志愿者`,
    meaning: msg`以后在到期前三十天、七天、一天、当天和第二天各说一次，谁也不会没有准备就不能服务。`,
  },
  trainingValidDays: { name: msg`岗前培训的有效期`, meaning: msg`培训以后过了这么久，请志愿者参加复训。` },
  agreementValidDays: {
    name: msg`志愿服务协议的有效期`,
    meaning: msg`协议上没有写期限时，从签署那天算起这么久有效。`,
  },
  exemptionMaxDays: {
    name: msg`豁免最长多久`,
    meaning: msg`负责人免去培训或协议时，最多这么久。违法犯罪记录查询从不豁免。`,
  },
  helperAccompanied: {
    name: msg`助人自助的头几次，有人带着服务`,
    meaning: msg`得到过帮助的孩子或家长开始服务时，先在手续齐全的成年人身边服务这么多次。`,
  },
  minimumVolunteerAge: {
    name: msg`志愿者的最低年龄`,
    meaning: msg`未满十八周岁的志愿者总是在手续齐全的成年人身边服务。`,
  },
  consentValidDaysDefault: { name: msg`监护人同意的期限`, meaning: msg`记录同意时先填上的期限，监护人可以选更短的。` },
  supervisorPlaces: { name: msg`每位督导者照看的陪伴`, meaning: msg`匹配时，每位督导者名下最多这么多段陪伴。` },
  supervisionIndividualDays: {
    name: msg`多久个别谈一次`,
    meaning: msg`每位志愿者最多隔这么久，和督导单独谈一次。过了这一天，就列在“该谈一谈了”里。`,
  },
  supervisionGroupDays: {
    name: msg`多久团体谈一次`,
    meaning: msg`每位志愿者最多隔这么久，参加一次团体督导。个别谈过的也要。`,
  },
  contactsPerMonth: { name: msg`每月见面次数`, meaning: msg`写陪伴计划时先填上的次数，可以按孩子的情况改。` },
  coverMaxDays: {
    name: msg`代为陪伴最多多少天`,
    meaning: msg`陪伴者不在的时候，另一位志愿者最多代这么久；再长就该好好交接。`,
  },
  minimumCommonMinutes: {
    name: msg`每周共同空闲的时间`,
    meaning: msg`孩子和志愿者每周至少有这么多时间都有空，才会被放在一起考虑。`,
  },
  travelBudgetMetres: { name: msg`志愿者愿意走的距离`, meaning: msg`志愿者没有自己写明时，匹配不超过这个直线距离。` },
  allowOtherGender: {
    name: msg`没有特别要求时，可以建议异性陪伴者`,
    meaning: msg`孩子或家庭有要求时，总是按他们的要求。`,
  },
  fileReasonNeeded: {
    name: msg`看孩子的学校和监护人联系方式，要先写明理由`,
    meaning: msg`陪在孩子身边的社会工作者总能直接看。每一次查看都有记录。`,
  },
  fileApprovalNeeded: {
    name: msg`写明理由以后，还要第二个人同意`,
    meaning: msg`由督导者或负责人决定；谁也不能为自己打开。`,
  },
  teamHoldMinutes: {
    name: msg`团队选好的名额替他们留多久`,
    meaning: msg`留着的时候别的团队约不到；过了时间没有提交，名额自动放开。`,
  },
  teamOfferHours: {
    name: msg`轮到候补的团队，等他们答复多久`,
    meaning: msg`过了时间没有答复，名额给下一个团队。`,
  },
  teamGuestsPerWorker: {
    name: msg`一位社会工作者最多带几位来访的人`,
    meaning: msg`开放给团队时先填这个数，每个活动可以另写。`,
  },
  teamGuestsPerChild: {
    name: msg`每个孩子最多配几位来访的人`,
    meaning: msg`来的人太多，孩子就成了被看的人。写 0 就是这天不接触孩子。`,
  },
  teamVisitsPerMonth: {
    name: msg`同一组孩子一个月最多有几天见团队`,
    meaning: msg`到了这个数，当月别的日子只接受不接触孩子的团队。`,
  },
  teamCheckLeadDays: {
    name: msg`记录查询一般要等多久`,
    meaning: msg`离活动太近、查询来不及的日子，只能约不接触孩子的事情。`,
  },
  teamCutOffDays: {
    name: msg`活动前多久，大家的手续都要齐`,
    meaning: msg`到这一天为止可以换人、改人数。`,
  },
  teamNoticeDays: {
    name: msg`活动前多久以内，团队不能自己取消`,
    meaning: msg`在这以前写下原因就可以取消；以后请打电话商量。`,
  },
  secondFactorRequired: {
    name: msg`同事登录要多一步确认`,
    meaning: msg`用通行密钥或验证器。志愿者、捐赠人和企业的人可以自己选择要不要。从下一次登录起算；演示机构不受影响。`,
  },
  secondFactorGraceDays: {
    name: msg`给同事多久来设置`,
    meaning: msg`从第一次看到提醒的登录算起。过了这么久还没设置，登录后要先设好，才能做别的。`,
  },
  applicationsOpen: {
    name: msg`公开招募志愿者`,
    meaning: msg`打开时，谁都能在报名页找到本机构。关上以后，只有拿到报名链接的人能报名；已经开始的不受影响。`,
  },
  applicationReferees: {
    name: msg`报名的人要请几位推荐人`,
    meaning: msg`认识报名的人、愿意说几句话的人。决定以前，由社会工作者发链接请他们回答。`,
  },
  guardianCodeHours: {
    name: msg`监护人的代码多久失效`,
    meaning: msg`电话里念给监护人的代码，过了这么久就不能再用；用过一次也不能再用。`,
  },
  concernReportHours: {
    name: msg`多久以内报告主管部门`,
    meaning: msg`从有人说出安全关切算起。法律要求立即报告；机构只能定得更短。`,
  },
  concernSeenMinutes: {
    name: msg`安全关切多久没有人看，就告诉下一位`,
    meaning: msg`先告诉值班的人；过了这么久还没有人看，告诉第二位，再过这么久告诉机构负责人。`,
  },
  breachContainHours: {
    name: msg`个人信息出了事，多久以内先止住`,
    meaning: msg`从发现算起。已经写下的事件，期限不再变。`,
  },
  breachAuthorityHours: {
    name: msg`个人信息出了事，多久以内报告主管部门`,
    meaning: msg`从发现算起。法律要求立即报告，最长四小时；机构只能定得更短。`,
  },
  breachAffectedHours: {
    name: msg`个人信息出了事，多久以内告诉受影响的人`,
    meaning: msg`从发现算起，逐个告诉；做不到时用公告。最长三天。`,
  },
  breachCloseDays: {
    name: msg`个人信息出了事，多久以内写完总结`,
    meaning: msg`从发现算起，最长三十天。`,
  },
  rightsAnswerDays: {
    name: msg`有人问起自己的资料，多久以内答复`,
    meaning: msg`机构对外的承诺；法律最长三十天。已经收到的申请，期限不再变。`,
  },
  fileAccessHours: { name: msg`打开以后多久自动合上`, meaning: msg`到时间就合上，需要时可以再说明理由。` },
};

/** Words for a setting; undefined for one that this page does not know, which is then not offered for change. */
export function settingWords(key: string): SettingWords | undefined {
  return lookUp(SETTING_WORDS, key);
}

const UNITS: Readonly<Record<SettingUnit, (count: number) => MessageDescriptor>> = {
  DAYS: (count) => msg`${plural(count, { other: '# 天' })}`,
  YEARS: (count) => msg`${plural(count, { other: '# 周岁' })}`,
  MINUTES: (count) => msg`${plural(count, { other: '# 分钟' })}`,
  METRES: (count) => msg`${plural(count, { other: '# 米' })}`,
  PLACES: (count) => msg`${plural(count, { other: '# 段' })}`,
  TIMES: (count) => msg`${plural(count, { other: '# 次' })}`,
  HOURS: (count) => msg`${plural(count, { other: '# 小时' })}`,
  PEOPLE: (count) => msg`${plural(count, { other: '# 位' })}`,
};
const PLAIN = (count: number): MessageDescriptor => msg`${plural(count, { other: '#' })}`;

/** A number with its unit, in words. */
export function amountWords(unit: string | null | undefined, count: number): MessageDescriptor {
  return (lookUp(UNITS, unit ?? '') ?? PLAIN)(count);
}

/** A setting's value in words; undefined for a setting that this page does not know. */
export function settingValueWords(key: string, value: string): MessageDescriptor | undefined {
  const setting = settingDefinition(key);
  if (!setting) return undefined;
  if (setting.kind === 'BOOLEAN') return value === 'true' ? msg`是` : msg`否`;
  return amountWords(setting.unit, Number(value));
}
