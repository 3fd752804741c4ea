// What the ledger's codes are called on screens and in the text that a family hears, in both languages.
import type { Audience, DisclosurePurpose, FieldGroup } from './field-groups.js';

export interface Words {
  readonly zh: string;
  readonly en: string;
}
const say = (zh: string, en: string): Words => ({ zh, en });

export const FIELD_GROUP_WORDS: Readonly<Record<FieldGroup, Words>> = {
  PSEUDONYM: say('化名的第一个字', 'The first letter of a made-up name'),
  AGE_BAND: say('大概年龄，不说生日', 'Roughly how old, never the birthday'),
  PROGRESS: say('机构看过的成长卡片', 'Progress cards that the agency has read first'),
  SCHOOL_STAGE: say('上小学还是初中，不说学校名字', 'Primary or secondary school, never which school'),
  INTERESTS: say('喜欢做什么', 'What the child likes to do'),
  VOICE: say('孩子的画和自己说的话', "The child's drawings and own words"),
  IMAGE: say('照片', 'Photographs'),
  REGION: say('在哪个区，不说地址', 'Which district, never the address'),
  COMPANION_CONTACT: say('陪伴者怎样联系家里', 'How the companion reaches the family'),
};

export const PURPOSE_WORDS: Readonly<Record<DisclosurePurpose, Words>> = {
  COMPANIONSHIP: say('成长陪伴', 'Companionship'),
  SPONSORSHIP: say('资助', 'Sponsorship'),
  ACTIVITY: say('一起参加活动', 'Doing an activity together'),
  PARTNER: say('与别的机构合作', 'Work with another organisation'),
  EXPERT_ADVICE: say('请专家出主意', "An expert's advice"),
  PUBLIC_STORY: say('对外讲的故事', 'A story told in public'),
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, Words>> = {
  VOLUNTEER: say('志愿者', 'Volunteers'),
  DONOR: say('资助孩子的人', 'Whoever sponsors the child'),
  COMPANY: say('一起做活动的企业', 'The company in the activity'),
  PARTNER: say('合作机构', 'The partner organisation'),
  EXPERT: say('专家', 'The expert'),
  PUBLIC: say('所有人，包括不认识的人', 'Everybody, also people you do not know'),
};
