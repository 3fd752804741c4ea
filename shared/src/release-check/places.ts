// Where somebody lives or learns, told closely enough to go there. A town alone, or "the road home", is not.
import type { Spotted } from './finding.js';

const HAN = '\\u3400-\\u9fff〇';
const NUM = '[0-9a-z一二三四五六七八九十百零〇两甲乙丙丁东南西北]';
/** Words that end in 路, 街, 巷 or 村 and name no place. */
const NO_PLACE =
  /(?:上学|回家|放学|来时|去时|成长|求学|人生|高速|乡间|每段|步行|美食|商业|隔壁|自己|他们|我们|十字|三岔|一起|铁道|同一条|这条|那条|整条|半条)$|(?:马|公|铁|小|的|条|那|这)$|^.?(?:马|公|铁|道|一|小|大|半|走|问|顺|迷|网|思|出|后|弯|山|赶|的|条|过|线|同|陌|逛|上|满|整|这|那|前|心|绕|带|老|新|长|引|旧|段|全|本|邻|农|乡|进|套|电|销|探|岔|认|忘|拦|沿|铺|修|夜|记|天|石|木|拱|独木|斑马)$/u;

const CUT = /[在到去从住离是的了过回给往、，。：；！？"“”‘’（）()\s由把向近靠于]/u;

/** The name that leads up to `end`, as far as it can belong to a place. */
function nameBefore(text: string, end: number, longest: number): string {
  let name = '';
  for (let at = end - 1; at >= 0 && name.length < longest; at--) {
    const char = text[at] ?? '';
    if (CUT.test(char) || !new RegExp(`[${HAN}0-9a-z]`, 'u').test(char)) break;
    name = char + name;
  }
  return name;
}

const STREET = new RegExp(
  `(?:路|街|大道|巷|弄|胡同|里|道|街坊)(?:第?${NUM}{1,6}(?:号|弄|巷|支弄|-)+(?:${NUM}{1,4}(?:号楼|号|栋|幢|座|单元|楼|室|户|-))*(?:${NUM}{1,4}室?)?)`,
  'gu',
);
const BUILDING = new RegExp(
  `(?<![0-9a-z])${NUM}{1,4}(?:号楼|栋|幢|座)(?:[,，]?${NUM}{1,4}(?:单元|门))?(?:[,，]?${NUM}{1,5}(?:室|户|号房|房|楼|层)?)?`,
  'gu',
);
const UNIT = new RegExp(`${NUM}{1,3}单元${NUM}{1,5}(?:室|户|号|房)?|(?<![0-9a-z])[1-9][0-9]{2,3}室`, 'gu');
const ESTATE =
  /(?:小区|花园|山庄|新村|家园|公寓|公馆|华庭|雅苑|佳苑|嘉园|名苑|城中村|安置房|新苑|大院|宿舍区|家属院|里弄|小院)/gu;
const VILLAGE = new RegExp(
  `(?:镇|乡|街道|县|区)[${HAN}]{1,5}?(?:村|社区|居委会|屯|寨|庄)|村(?:第?${NUM}{1,3}(?:组|队|社|号))|(?:村|庄|屯|寨)(?:头|口|东头|西头)第?${NUM}{1,3}(?:家|户)`,
  'gu',
);
const CHAIN = new RegExp(
  `[${HAN}]{2,8}(?:省|市|自治区|州|盟)[${HAN}]{2,6}(?:区|县|市|旗)[${HAN}]{1,6}(?:街道|镇|乡|村|路|街)`,
  'gu',
);
const PLAIN = `[^${CUT.source.slice(1, -1)}]`;
const DISTRICT = new RegExp(
  `${PLAIN}{2,5}(?:区|县)${PLAIN}{2,6}?(?:街道|新镇|镇|乡)(?:${PLAIN}{2,5}(?:路|街|村))?`,
  'gu',
);
const CROSSING = new RegExp(`${PLAIN}{2,4}(?:路|街)(?:与|和|跟)${PLAIN}{2,4}(?:路|街)`, 'gu');
const NEAR_STREET =
  /(?:路|街|巷|弄|大道|胡同|桥|村)(?=口|附近|旁|边上|上的|那边|菜场|菜市场|拐角|中段|东段|西段|南段|北段|尽头|地铁站|公交站|里面|东侧|西侧|对面|与|和[一-龥]{1,4}路)/gu;
const LIVES =
  /(?:住在|家在|家住|搬到|搬进|搬[去来回]|房子在|租住在?|租在|住进|住址是?|地址[是为：:]?|就住)了?([\u3400-\u9fff0-9a-z]{2,14}?(?:路|街|巷|弄|村|镇|乡|里|小区|苑|花园|大院|公寓|楼|胡同|庄|寨|屯|湾|坊|宅))/gu;
const GENERIC_HOME =
  /^(?:一?个?|这个?|那个?|同一个?|老|新|我们|他们|城|外婆|奶奶|爷爷|学校|乡下的?|农|山|郊区的?|隔壁|附近的?|单位|工厂|工地|父母的?|妈妈的?|爸爸的?|亲戚|老家的?|安静的?|小|大|镇上的?|隔壁的?|教学|宿舍|集体|一栋|那栋|出租|筒子|居民|老旧|旧|高|住宅|同)*(?:小区|公寓|大院|村|镇|乡|楼|里|路|街|巷|宿舍区|家园|花园|新村|城中村|安置房|家属院|小院)$/u;

export function spotAddresses(text: string): Spotted[] {
  const found: Spotted[] = [];
  const add = (from: number, to: number, certainty: Spotted['certainty'] = 'SURE') =>
    found.push({ kind: 'ADDRESS', from, to, certainty });
  for (const match of text.matchAll(STREET)) {
    const name = nameBefore(text, match.index, 8);
    if (name.length > 0 || /号/.test(match[0])) add(match.index - name.length, match.index + match[0].length);
  }
  for (const pattern of [UNIT, CHAIN, DISTRICT, CROSSING])
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length);
  for (const match of text.matchAll(BUILDING)) {
    // 一座山, 两栋楼: a number of things, and no door.
    if (/^[一二三四五六七八九十两几百]+[座栋幢]/u.test(match[0]) && !/[单元室户房]|\d{3}/u.test(match[0])) continue;
    const name = nameBefore(text, match.index, 8);
    add(match.index - (ESTATE.test(name) ? name.length : 0), match.index + match[0].length);
    ESTATE.lastIndex = 0;
  }
  for (const match of text.matchAll(VILLAGE)) {
    const name = nameBefore(text, match.index, 6);
    add(match.index - name.length, match.index + match[0].length);
  }
  for (const match of text.matchAll(ESTATE)) {
    const name = nameBefore(text, match.index, 6);
    if (name.length >= 2 && !GENERIC_HOME.test(name + match[0]))
      add(match.index - name.length, match.index + match[0].length, 'LIKELY');
  }
  for (const match of text.matchAll(NEAR_STREET)) {
    const name = nameBefore(text, match.index, 4);
    if (name.length >= 2 && !NO_PLACE.test(name))
      add(match.index - name.length, match.index + match[0].length, 'LIKELY');
  }
  for (const match of text.matchAll(LIVES)) {
    const place = match[1] ?? '';
    const to = match.index + match[0].length;
    if (!GENERIC_HOME.test(place) && !NO_PLACE.test(place.slice(0, -1))) add(to - place.length, to, 'LIKELY');
  }
  return found;
}

const SCHOOL =
  /(?:希望小学|实验学校|国际学校|外国语学校|九年一贯制学校|中心小学|中心校|第[一二三四五六七八九十\d]+(?:小学|中学)|小学|中学|初中|高中|学校|幼儿园|托儿所|附小|附中|职校|技校|职高|一中|二中|三中|四中|实小)/gu;
const SHORT_SCHOOL = /[\u3400-\u9fff]{2,3}[一二三四五六七八九十][小中](?![学时朋孩心型组段间午国旬央间秋])/gu;
const CLASS =
  /(?:[初高]?[一二三四五六七八九123456789]年级|[初高][一二三123]|大|中|小|[一二三四五六七八九](?=[(（]?\d))[(（]?[一二三四五六七八九十\d]{1,2}[)）]?班/gu;
/** What stands before "school" without naming one; a name is generic where it is made of nothing else. */
const GENERIC_SCHOOL =
  /^(?:说|问|觉得|知道|希望|以为|听|上|读|念|进|升|入|新|旧|老|原|同|全|本|我|他|她|它|们|这|那|所|一|每|各|家|个|些|孩子|大家|同学|镇上?|村里?|县城?|城里?|城市|乡下|乡村|农村|山区|当地|附近|附属|对面|门口|寄宿制?|公办|民办|私立|公立|普通|重点|特殊教育|打工|农民工|务工|子弟|流动|周[一二三四五六日末]|假日|社区|家长|兴趣|森林|未来|夜|业余|九年制?|六年制?|三年制?|小学|初中|高中|中学|转|换|爱|喜欢|想|离开|返回?|毕业|整|几|许多|很|多|大|小|好|的|放|开|年|送|接|要|会|能|不|没|有|就|也|都|还|又|再|才|已|经|把|被|让|请|对|给|帮|比|因为|所以|但|如果|现在|以前|以后|之|今天|明天|昨天|每天|今年|明年|去年|第一次|刚|快|常|学|生|为|时|后|前|里|外|边|旁|考|中|等|某|哪|什么|别|其他|其它|两|三|四|五|户外|线上|网络|空中|体|少年|青少年|暑期|技工|职业|民族|艺术|语言|聋哑|盲人|特教|幼儿|中等|高等|国际|完全|初级|高级|邻近|目标|理想|心仪|母|友好|合作|定点|示范|自己|属于|建|盖|办|教|回|妈妈|爸爸|老师|和|与|跟|啊|呢|吧|最|早|晚|起|坐|车|走|路|骑|公交|地铁|步行|隔壁|街|楼下|小区|单位|家|下|开始|继续|准备|顺利|终于|一直|从|到|去|在|于)+$/u;
/** What leads over to the name of a school. */
const LEADS =
  /^.*(?:就读|考上|考入|考进|转学|转入|转进|升入|升到|来自|毕业|报名|参观|走进|叫做?|位于|名叫|所在|进入|读|念|上|进|他和|她和|和|与|跟|老师|孩子|家长|是)/u;
const BARE = '学校';

export function spotSchools(text: string): Spotted[] {
  const found: Spotted[] = [];
  for (const match of text.matchAll(SCHOOL)) {
    const before = nameBefore(text, match.index, 10);
    const own = ownName(before);
    const led = own.length < before.length || CUT.test(text[match.index - before.length - 1] ?? '，');
    // "school" alone ends many a sentence; without a word that leads over to a name it is any school.
    if (match[0] === BARE && (!led || own.length > 6)) continue;
    const numbered = /^(?:第.+|希望)(?:小学|中学)$/u.test(match[0]);
    if (own.length < 2 && !numbered) continue;
    const from = match.index - own.length;
    const certainty = own.length >= 2 && match[0] !== BARE ? 'SURE' : 'LIKELY';
    found.push({ kind: 'SCHOOL', from, to: match.index + match[0].length, certainty });
  }
  for (const match of text.matchAll(SHORT_SCHOOL)) {
    const name = ownName(match[0].slice(0, -2));
    if (name.length < 2 || /[了着过们个第月年日十几初周这那]/u.test(name)) continue;
    found.push({ kind: 'SCHOOL', from: match.index, to: match.index + match[0].length, certainty: 'LIKELY' });
  }
  for (const match of text.matchAll(CLASS)) {
    found.push({ kind: 'SCHOOL', from: match.index, to: match.index + match[0].length, certainty: 'LIKELY' });
  }
  return found;
}

/** The part of a name that tells which school it is; empty where it only says what kind of school. */
function ownName(name: string): string {
  const whole = name.replace(LEADS, '');
  return GENERIC_SCHOOL.test(whole) || whole.length < 2 ? '' : whole;
}
