// Names that the agency knows, and what people call each other by.
import type { KnownName, Spotted } from './finding.js';
import { fold, tight } from './folded.js';

const LATIN = /[a-z]/;

/** Every place where one of these names stands; `text` is folded and tight, and so are the names before they are looked for. */
export function spotKnown(
  text: string,
  known: readonly KnownName[],
  partOfWord: (from: number, to: number) => boolean,
): Spotted[] {
  return known.flatMap(({ text: name, kind, instead }) => {
    const wanted = tight(fold(name)).text;
    if (wanted.length < 2) return [];
    const found: Spotted[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      // A Latin name is a word of its own: Ann is not in "planning".
      if (LATIN.test(wanted) && partOfWord(at, end)) continue;
      found.push({ kind, from: at, to: end, instead });
    }
    return found;
  });
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const TITLES =
  '老师|同学|阿姨|叔叔|爷爷|奶奶|医生|校长|师傅|大哥|大姐|主任|先生|女士|小姐|婆婆|伯伯|大妈|大爷|家长|警官|书记|教练';
const TITLED = new RegExp(`[${SURNAMES}](?:[\\u3400-\\u9fff]{1,2}?)?(?:${TITLES})`, 'gu');
const CALLED = new RegExp(
  `(?:名叫|叫做|名字[是叫]|姓名[:：是]?|学名|大名叫?|小名叫?|乳名叫?|昵称[是叫]?)([\\u3400-\\u9fff]{2,3}|[a-z]{2,12})`,
  'gu',
);
/** Surnames that begin many a common word before a title: 高老师 is one, 余同学 too; 方同学 may be "对方同学". */
const BEFORE_NO_NAME = /[对双全本地大小各多一二三四五六七八九十几两每位名个新老好的]$/u;
const WORDS_BEFORE =
  /^(?:任|方|于|向|万|高|金|白|钱|石|田|龙|江|夏|毛|武|严|范|段|史)(?:何|便|法|是|着|上|兴|色|里|中|天|一|的|事|老师?|年级)/u;

/** Ways to name somebody whom the database need not know: 王老师, 名叫小杰. */
export function spotCalled(text: string): Spotted[] {
  const found: Spotted[] = [];
  for (const match of text.matchAll(TITLED)) {
    if (BEFORE_NO_NAME.test(text.slice(0, match.index)) || WORDS_BEFORE.test(match[0])) continue;
    const title = new RegExp(`(?:${TITLES})$`, 'u').exec(match[0])?.[0] ?? '';
    const instead = title === '同学' ? '一位同学' : title;
    found.push({ kind: 'NAME', from: match.index, to: match.index + match[0].length, instead, certainty: 'LIKELY' });
  }
  for (const match of text.matchAll(CALLED)) {
    const name = match[1] ?? '';
    const to = match.index + match[0].length;
    found.push({ kind: 'NAME', from: to - name.length, to, certainty: 'LIKELY' });
  }
  return found;
}
