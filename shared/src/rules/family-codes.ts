// Words for families: one table each for screens, rosters and both languages. Labels are neutral (T6); a source's own
// term stands in a definition at most, or among the words that a roster may bring.
import type { Code } from './codes.js';

/** A code whose term in law or in a source differs from what a screen says. */
export interface DefinedCode extends Code {
  readonly definition?: { readonly zh: string; readonly en: string };
}

/** Who makes up a household (000). */
export const FAMILY_FORMS = [
  code('TWO_PARENT', '双亲家庭', 'Both parents', ['双亲', '核心家庭', '完整家庭', '父母双全']),
  code('SINGLE_PARENT', '单亲家庭', 'One parent', ['单亲', '离异', '离异家庭', 'single parent']),
  code('GRANDPARENT_LED', '隔代家庭', 'Grandparents', ['隔代', '祖孙', '祖辈照护', '隔代抚养']),
  code('BLENDED', '重组家庭', 'Blended family', ['重组', '再婚', '再婚家庭']),
  code('OTHER', '其他家庭', 'Another form', ['其他', '其它']),
] as const;
export type FamilyForm = (typeof FAMILY_FORMS)[number]['code'];

/** What somebody in a household is to its children; the children themselves are CHILD. */
export const HOUSEHOLD_RELATIONS = [
  code('CHILD', '孩子', 'Child', ['儿童', '子女', '儿子', '女儿', '本人']),
  code('MOTHER', '母亲', 'Mother', ['妈妈', '母', '妈', '母女', '母子', 'mum', 'mom']),
  code('FATHER', '父亲', 'Father', ['爸爸', '父', '爸', '父女', '父子', 'dad']),
  code('STEP_PARENT', '继父母', 'Step-parent', ['继父', '继母', '养父', '养母', '养父母']),
  code('GRANDMOTHER', '祖母', 'Grandmother', ['奶奶', '外婆', '姥姥', '外祖母', 'grandma']),
  code('GRANDFATHER', '祖父', 'Grandfather', ['爷爷', '外公', '姥爷', '外祖父', 'grandpa']),
  code('RELATIVE', '亲属', 'Relative', [
    ...['叔叔', '伯伯', '伯父', '姑姑', '姑妈', '舅舅', '舅妈', '姨妈', '阿姨', '婶婶'],
    ...['哥哥', '姐姐', '兄长', '亲戚', '其他亲属', 'aunt', 'uncle', 'sister', 'brother'],
  ]),
  code('OTHER', '其他照护人', 'Another carer', ['其他', '其它', '监护人', '朋友', '邻居', '老师']),
] as const;
export type HouseholdRelation = (typeof HOUSEHOLD_RELATIONS)[number]['code'];

/** Schooling of a caregiver, as they state it. */
export const EDUCATION_LEVELS: readonly DefinedCode[] = [
  code('NO_SCHOOLING', '未上过学', 'Did not go to school', ['文盲', '没上过学', '没读过书', '未入学', '无'], {
    zh: '来源资料中称“文盲”：没有上过学，读写需要他人帮助。',
    en: 'The sources say “illiterate”: never went to school, and has things read out.',
  }),
  code('LITERACY_CLASS', '识字班', 'Literacy class', ['半文盲', '读写有限', '扫盲班', '识字不多'], {
    zh: '来源资料中称“半文盲”：上过识字班，或读写有限。',
    en: 'The sources say “semi-literate”: a literacy class, or reads and writes a little.',
  }),
  code('PRIMARY', '小学', 'Primary school', ['小学毕业', '小学肄业']),
  code('JUNIOR', '初中', 'Junior secondary school', ['初中毕业', '初中肄业']),
  code('SENIOR', '高中或中专', 'Senior secondary school', ['高中', '中专', '职高', '技校', '高中毕业']),
  code('COLLEGE', '大专及以上', 'College or university', ['大专', '大学', '本科', '专科', '研究生', '硕士', '博士']),
];
export const EDUCATION_CODES = ['NO_SCHOOLING', 'LITERACY_CLASS', 'PRIMARY', 'JUNIOR', 'SENIOR', 'COLLEGE'] as const;
export type EducationLevel = (typeof EDUCATION_CODES)[number];

/** What turned a family's life in recent years (000); a household may have several. */
export const MAJOR_EVENTS = [
  code('ILLNESS', '家人生病', 'Illness in the family', ['疾病', '重病', '患病', '生病', '大病']),
  code('DIVORCE', '父母分开', 'Parents separated', ['离婚', '离异', '分居']),
  code('ACCIDENT', '意外事故', 'Accident', ['意外', '事故', '车祸', '工伤', '意外伤害']),
  code('PARENT_DEATH_OR_DEPARTURE', '父母离世或离开', 'Death or departure of a parent', [
    ...['父亲去世', '母亲去世', '父母去世', '离世', '去世', '出走', '离家出走', '父亲出走', '母亲出走', '丧亲'],
  ]),
  code('OTHER', '其他变化', 'Another change', ['其他', '其它', '失业', '搬迁']),
] as const;
export type MajorEventKind = (typeof MAJOR_EVENTS)[number]['code'];

/** The seven domains of a home visit (P03). */
export const FAMILY_DOMAINS = [
  code('STUDY', '学业', 'Study', ['教育', '学习', '子女教育']),
  code('HOUSING', '住房', 'Housing', ['居住', '住所', '房屋']),
  code('MEDICAL', '医疗', 'Health care', ['健康', '就医', '看病']),
  code('WORK', '工作', 'Work', ['就业', '生计', '收入']),
  code('NEIGHBOUR_SUPPORT', '邻里支持', 'Support from neighbours', ['社会支持', '邻里', '社区支持', '支持网络']),
  code('FAMILY_EDUCATION', '家庭教育', 'Bringing up children', ['亲子', '亲子关系', '育儿']),
  code('MAJOR_EVENTS', '重大变化', 'Major changes', ['重大事件', '变故', '突发事件']),
] as const;
export type FamilyDomain = (typeof FAMILY_DOMAINS)[number]['code'];

/** In which situations a child may find themselves (§3.1, after the State Council's policy); several may hold at once. */
export const CHILD_CATEGORIES: readonly DefinedCode[] = [
  code('MIGRANT', '流动儿童', 'Moved to the city with family', ['流动', '随迁', '随迁子女', 'migrant']),
  code('LEFT_BEHIND', '留守儿童', 'Parents work elsewhere', ['留守', 'left-behind', 'left behind']),
  code('WITHOUT_PARENTS', '由亲友或机构抚养', 'Raised by relatives or a home', ['孤儿', 'orphan'], {
    zh: '政策中称“孤儿”。',
    en: 'The policy says “orphan”.',
  }),
  code('PARENTS_UNABLE_TO_CARE', '父母暂时不能照护', 'Parents cannot care at present', ['事实无人抚养', '监护缺失'], {
    zh: '政策中称“事实无人抚养儿童”。',
    en: 'The policy says “de facto unsupported child”.',
  }),
  code(
    'HEALTH_SUPPORT',
    '需要医疗或康复支持',
    'Health or rehabilitation support',
    ['重病', '残疾', '重残', '重病重残'],
    {
      zh: '政策中称因重病、残疾等导致康复、照料、护理和社会融入有困难的儿童。',
      en: 'The policy says children whose illness or disability makes treatment, care or taking part hard.',
    },
  ),
  code(
    'ECONOMIC_SUPPORT',
    '需要经济支持',
    'Economic support',
    ['贫困', '低保', '特困', '低收入', '家庭贫困', '困难家庭'],
    {
      zh: '政策中称因家庭贫困导致生活、就医、就学等有困难的儿童。',
      en: 'The policy says children whose family’s means make living, treatment or schooling hard.',
    },
  ),
  code('PROTECTION', '需要安全保护', 'Protection', ['监护不当', '受侵害', '安全受威胁'], {
    zh: '政策中称因监护不当等导致人身安全受到威胁或者侵害的儿童。',
    en: 'The policy says children whose safety is at risk from failures of care.',
  }),
  code('OTHER', '其他情况', 'Another situation', ['其他', '其它']),
];
export const CHILD_CATEGORY_CODES = [
  'MIGRANT',
  'LEFT_BEHIND',
  'WITHOUT_PARENTS',
  'PARENTS_UNABLE_TO_CARE',
  'HEALTH_SUPPORT',
  'ECONOMIC_SUPPORT',
  'PROTECTION',
  'OTHER',
] as const;
export type ChildCategory = (typeof CHILD_CATEGORY_CODES)[number];

/** How closely the agency stands beside a child (§4.4). */
export const DIFFICULTY_LEVELS = [
  code('LEVEL_1', '日常关注', 'Everyday attention', ['一级', '1级', '1', '一般', '轻度', 'level 1']),
  code('LEVEL_2', '定期跟进', 'Regular follow-up', ['二级', '2级', '2', '较重', '中度', 'level 2']),
  code('LEVEL_3', '重点支持', 'Close support', ['三级', '3级', '3', '严重', '重度', 'level 3']),
] as const;
export type DifficultyLevel = (typeof DIFFICULTY_LEVELS)[number]['code'];

/** How a child came to the agency: exactly one (P02; outreach §5.2.1). */
export const DISCOVERY_CHANNELS = [
  code('OWN_SERVICES', '本机构服务', 'Our own services', ['机构服务', '自有服务', '服务中发现', '活动']),
  code('PEERS', '同伴介绍', 'Friends', ['同伴', '同学', '朋友介绍', '同伴推荐', '家长介绍']),
  code('SCHOOL', '学校', 'School', ['学校推荐', '老师', '老师推荐', '班主任']),
  code('COMMUNITY', '社区', 'Community', ['社区推荐', '居委会', '村委会', '街道', '儿童主任']),
  code('OUTREACH', '主动走访', 'Outreach', ['排查', '走访', '外展', '摸排', '走访排查']),
] as const;
export type DiscoveryChannel = (typeof DISCOVERY_CHANNELS)[number]['code'];

export const SCHOOL_STAGES = [
  code('PRESCHOOL', '学前', 'Preschool', ['幼儿园', '学龄前', 'kindergarten']),
  code('PRIMARY', '小学', 'Primary school', ['小学生']),
  code('JUNIOR', '初中', 'Junior secondary school', ['初中生', '中学']),
  code('SENIOR', '高中', 'Senior secondary school', ['高中生']),
  code('VOCATIONAL', '职业学校', 'Vocational school', ['中专', '职高', '技校', '中职']),
  code('OUT_OF_SCHOOL', '目前不在校', 'Not at school now', ['失学', '辍学', '不在校', '未入学', '休学']),
] as const;
export type SchoolStage = (typeof SCHOOL_STAGES)[number]['code'];

/** Household registration, which some programmes ask for (P01). */
export const REGISTRATIONS = [
  code('RURAL', '农业户籍', 'Rural registration', ['农村', '农业', '农村户口', '农业户口', '农村户籍']),
  code('URBAN', '城镇户籍', 'Urban registration', [
    '城市',
    '城镇',
    '非农',
    '非农业',
    '城镇户口',
    '非农户口',
    '城市户籍',
  ]),
] as const;
export type Registration = (typeof REGISTRATIONS)[number]['code'];

/** To each of these a child has another name (H11): no two of them can join theirs. */
export const PSEUDONYM_AUDIENCES = [
  code('COMPANION', '陪伴者', 'Companion', ['志愿者']),
  code('DONOR', '捐赠人', 'Donors', ['资助人']),
  code('COMPANY', '企业', 'Companies', []),
  code('PARTNER', '合作机构', 'Partner agencies', []),
  code('EXPERT', '专家', 'Experts', []),
  code('PUBLIC', '公众', 'The public', []),
] as const;
export type PseudonymAudience = (typeof PSEUDONYM_AUDIENCES)[number]['code'];

export const LOWEST_NEED_PRIORITY = 1;
export const HIGHEST_NEED_PRIORITY = 5;

function code<C extends string>(
  code: C,
  zh: string,
  en: string,
  also: readonly string[],
  definition?: NonNullable<DefinedCode['definition']>,
) {
  return { code, zh, en, also, ...(definition ? { definition } : {}) };
}
