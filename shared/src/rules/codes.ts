// Codes for languages, needs and skills, with the words that rosters and screens use for them.

export interface Code {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other words that people write in rosters. */
  readonly also: readonly string[];
}

/** Languages, dialects and the languages of ethnic groups in which a child may feel at home. */
export const LANGUAGES = [
  code('MANDARIN', '普通话', 'Mandarin', ['国语', '汉语', '中文', 'chinese', 'putonghua']),
  code('CANTONESE', '粤语', 'Cantonese', ['广东话', '白话', '广州话']),
  code('WU', '吴语', 'Wu', ['上海话', '江浙话', '苏州话', '宁波话', '温州话', 'shanghainese']),
  code('JIANGHUAI', '江淮话', 'Jianghuai', ['江苏话', '南京话', '扬州话', '苏北话']),
  code('MINNAN', '闽南语', 'Southern Min', ['闽南话', '潮汕话', 'hokkien', 'minnan']),
  code('MINDONG', '闽东语', 'Eastern Min', ['福州话', '闽东话']),
  code('HAKKA', '客家话', 'Hakka', ['客家语', '客语']),
  code('GAN', '赣语', 'Gan', ['江西话', '南昌话']),
  code('XIANG', '湘语', 'Xiang', ['湖南话', '长沙话']),
  code('SICHUANESE', '四川话', 'Sichuanese', ['重庆话', '川渝话', '贵州话', '西南官话']),
  code('HENAN', '河南话', 'Henan dialect', ['中原话', '中原官话', 'henan']),
  code('ANHUI', '安徽话', 'Anhui dialect', ['徽语', 'anhui']),
  code('NORTHEASTERN', '东北话', 'Northeastern', []),
  code('SHANDONG', '山东话', 'Shandong dialect', ['shandong']),
  code('UYGHUR', '维吾尔语', 'Uyghur', ['维语']),
  code('TIBETAN', '藏语', 'Tibetan', ['藏话']),
  code('MONGOLIAN', '蒙古语', 'Mongolian', ['蒙语']),
  code('ZHUANG', '壮语', 'Zhuang', ['壮话']),
  code('YI', '彝语', 'Yi', ['彝话']),
  code('MIAO', '苗语', 'Miao', ['苗话', 'hmong']),
  code('KOREAN', '朝鲜语', 'Korean', ['韩语']),
  code('ENGLISH', '英语', 'English', ['英文']),
  code('SIGN', '手语', 'Sign language', ['中国手语', 'sign']),
] as const;
export type LanguageCode = (typeof LANGUAGES)[number]['code'];

/** Domains of need, as an assessment names them. */
export const NEEDS = [
  code('STUDY', '学业', 'Study', ['学习', '学业辅导', '功课', '课业', '作业辅导', 'learning', 'homework']),
  code('EMOTION', '情绪', 'Feelings', ['情绪支持', '心理', '情感', '情感陪伴', '心理支持', 'emotion', 'emotional']),
  code('FAMILY', '家庭', 'Family', ['亲子', '家庭关系', '家庭教育', '亲子关系']),
  code('HEALTH', '健康', 'Health', ['身体', '医疗', '卫生', '身心健康', 'medical']),
  code('PEERS', '社交', 'Friends', ['同伴', '人际', '交友', '人际交往', '同伴交往', 'peers', 'social']),
  code('INTERESTS', '兴趣', 'Interests', ['爱好', '兴趣爱好', '特长培养', '才艺', 'hobbies']),
  code('SAFETY', '安全', 'Safety', ['自我保护', '安全教育']),
  code('CITY', '城市适应', 'Finding one’s feet in the city', ['城市融入', '适应', '融入', 'integration', 'city']),
  code('CAREER', '生涯', 'Plans for later', ['职业', '生涯规划', '升学', '职业规划', 'career']),
] as const;
export type NeedCode = (typeof NEEDS)[number]['code'];

/** What volunteers bring along; `needs` are the domains in which it helps. */
export const SKILLS = [
  skill('CHINESE', '语文', 'Chinese', ['STUDY'], ['语文辅导', '作文']),
  skill('MATHS', '数学', 'Maths', ['STUDY'], ['数学辅导', '奥数', 'mathematics']),
  skill('ENGLISH', '英语', 'English', ['STUDY'], ['英语辅导', '英文']),
  skill('HOMEWORK', '作业辅导', 'Homework help', ['STUDY'], ['学业辅导', '课业辅导', '家教', '功课辅导', 'tutoring']),
  skill('SCIENCE', '科学', 'Science', ['STUDY', 'INTERESTS'], ['物理', '化学', '科普', '实验']),
  skill(
    'READING',
    '阅读',
    'Reading together',
    ['STUDY', 'INTERESTS'],
    ['绘本', '读书', '故事', '讲故事', 'storytelling'],
  ),
  skill('LISTENING', '倾听', 'Listening', ['EMOTION'], ['陪伴', '倾听陪伴', '聊天']),
  skill('PSYCHOLOGY', '心理', 'Psychology', ['EMOTION', 'FAMILY'], ['心理咨询', '心理辅导', '心理学', 'counselling']),
  skill('PARENTING', '亲子教育', 'Parenting', ['FAMILY'], ['家庭教育', '亲子', '育儿']),
  skill('NURSING', '护理', 'Nursing', ['HEALTH'], ['医护', '医疗', '急救', '健康', '营养', 'medicine', 'first aid']),
  skill(
    'SPORTS',
    '体育',
    'Sports',
    ['HEALTH', 'PEERS', 'INTERESTS'],
    ['运动', '篮球', '足球', '羽毛球', '跑步', '乒乓球'],
  ),
  skill('GAMES', '游戏', 'Games', ['PEERS', 'EMOTION'], ['桌游', '团体游戏', '象棋', '围棋', 'chess', 'board games']),
  skill(
    'MUSIC',
    '音乐',
    'Music',
    ['INTERESTS', 'EMOTION'],
    ['唱歌', '钢琴', '吉他', '乐器', '声乐', 'guitar', 'piano'],
  ),
  skill('ART', '美术', 'Art', ['INTERESTS', 'EMOTION'], ['绘画', '画画', '书法', '摄影', 'painting', 'drawing']),
  skill('CRAFT', '手工', 'Crafts', ['INTERESTS'], ['折纸', '编织', '烘焙', '厨艺', 'crafts', 'cooking']),
  skill('DANCE', '舞蹈', 'Dance', ['INTERESTS', 'PEERS'], ['跳舞', '街舞']),
  skill('COMPUTER', '计算机', 'Computing', ['INTERESTS', 'CAREER'], ['编程', '电脑', 'IT', 'programming', 'coding']),
  skill('CITY_LIFE', '城市生活', 'Getting around the city', ['CITY'], ['城市导览', '社区资源', '办事指引']),
  skill('LAW', '法律', 'Law', ['SAFETY', 'FAMILY'], ['普法', '法律咨询', 'legal']),
  skill('SAFETY', '安全教育', 'Safety', ['SAFETY'], ['自护', '安全', '消防']),
  skill('CAREER', '生涯规划', 'Career advice', ['CAREER'], ['职业规划', '职业指导', '生涯']),
] as const;
export type SkillCode = (typeof SKILLS)[number]['code'];

/** Reads one word (Chinese, English or the code itself); undefined where the table has no such word. */
export function codeOf<C extends Code>(table: readonly C[], word: string): C['code'] | undefined {
  return dictionaryOf(table).get(fold(word));
}

/** The words of a code for a screen; undefined for a code that the table does not have. */
export function wordsOf(
  table: readonly Code[],
  code: string,
): { readonly zh: string; readonly en: string } | undefined {
  return table.find((entry) => entry.code === code);
}

/** The domains of need in which these skills help, each once, in the order of the table. */
export function needsServedBy(skills: readonly string[]): NeedCode[] {
  const served = new Set(SKILLS.filter((s) => skills.includes(s.code)).flatMap((s) => s.needs));
  return NEEDS.map((need) => need.code).filter((need) => served.has(need));
}

// a roster asks tens of thousands of times
const dictionaries = new WeakMap<readonly Code[], ReadonlyMap<string, string>>();

function dictionaryOf(table: readonly Code[]): ReadonlyMap<string, string> {
  const known = dictionaries.get(table);
  if (known) return known;
  const words = table.flatMap(({ code, zh, en, also }) => [code, zh, en, ...also].map((w) => [fold(w), code] as const));
  const dictionary = new Map(words);
  dictionaries.set(table, dictionary);
  return dictionary;
}

function fold(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function code<C extends string>(code: C, zh: string, en: string, also: readonly string[]) {
  return { code, zh, en, also };
}

function skill<C extends string>(code: C, zh: string, en: string, needs: readonly NeedCode[], also: readonly string[]) {
  return { code, zh, en, also, needs };
}
