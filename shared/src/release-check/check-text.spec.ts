import { checkText } from './check-text.js';
import type { FindingKind, KnownName } from './finding.js';

const marked = (text: string, known: readonly KnownName[] = []) =>
  checkText(text, known).map(({ kind, from, to }) => [kind, text.slice(from, to)] as const);
const only = (kind: FindingKind, found: string) => [[kind, found]];

describe('a clean text', () => {
  it.each([
    '这个月他读完了两本书，还在小组里讲给大家听。',
    '她第3次参加活动，带来了12张画，最喜欢第7张。',
    '2026年3月15日下午2点到4点，我们一起做了风筝。',
    '从小学到中学，他一直喜欢去学校的图书角。',
    '放学路上，他和同伴数了15种树叶。',
    '一座山，两条路，三只鸟：他画的是老家。',
    '他用微信 hello 的表情跟大家打招呼。',
    '她说对不起的时候，声音很轻，但说出来了。',
  ])('has nothing marked: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('phones and numbers', () => {
  it.each([
    ['打13800138000找我', '13800138000'],
    ['１３８－００１３－８０００', '１３８－００１３－８０００'],
    ['138 0013 8000', '138 0013 8000'],
    ['1 3 8 0 0 1 3 8 0 0 0', '1 3 8 0 0 1 3 8 0 0 0'],
    ['号码是幺三八零零幺三八零零零。', '幺三八零零幺三八零零零'],
    ['l38OO138OOO 晚上', 'l38OO138OOO'],
    ['138、0013、8000', '138、0013、8000'],
    ['1\u200b3800138000', '1\u200b3800138000'],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', '①③⑧⓪⓪①③⑧⓪⓪⓪'],
    ['+86 138-0013-8000', '86 138-0013-8000'],
    ['家里座机021-65432100', '021-65432100'],
    ['打电话6543 2100', '6543 2100'],
  ])('finds a phone in %s', (text, found) => {
    expect(marked(text)).toEqual(only('PHONE', found));
  });

  it.each([
    ['证件31010120150304123X', '31010120150304123X'],
    ['310101 2015 0304 1234', '310101 2015 0304 1234'],
    ['三一零一零一二零一五零三零四一二三四', '三一零一零一二零一五零三零四一二三四'],
  ])('finds an identity number in %s', (text, found) => {
    expect(marked(text)).toEqual(only('ID_NUMBER', found));
  });
});

describe('accounts, mail and links', () => {
  it.each<[FindingKind, string, string]>([
    ['ACCOUNT', '加我微信：xiao_ming88', 'xiao_ming88'],
    ['ACCOUNT', 'VX号 liming2015', 'liming2015'],
    ['ACCOUNT', 'QQ 一二三四五六七八', '一二三四五六七八'],
    ['EMAIL', '写信到 mama@163.com 就好', 'mama@163.com'],
    ['EMAIL', 'mama＠１６３．com', 'mama＠１６３．com'],
    ['URL', '照片在 https://example.com/a?b=1 上', 'https://example.com/a?b=1'],
    ['URL', '看 photo点example点com', 'photo点example点com'],
  ])('%s in %s', (kind, text, found) => {
    expect(marked(text)).toEqual(only(kind, found));
  });
});

describe('places', () => {
  it.each<[FindingKind, string, string]>([
    ['ADDRESS', '他们家在共和新路1200弄5号302室。', '共和新路1200弄5号302室'],
    ['ADDRESS', '搬到了3号楼2单元501室', '3号楼2单元501室'],
    ['SCHOOL', '他在阳光第二小学读书', '阳光第二小学'],
    ['SCHOOL', '她转到了育才实验学校', '育才实验学校'],
    ['SCHOOL', '他是三年级2班的数学课代表', '三年级2班'],
  ])('%s in %s', (kind, text, found) => {
    expect(marked(text)).toEqual(only(kind, found));
  });
});

describe('names that the agency knows', () => {
  const known: KnownName[] = [
    { text: '王小明', kind: 'NAME', instead: '小禾' },
    { text: '李 雷', kind: 'OTHER_CHILD' },
    { text: 'Ann Lee', kind: 'NAME' },
    { text: '红星小学', kind: 'SCHOOL' },
  ];
  it('are found however they are set apart, with words to put there', () => {
    expect(checkText('今天王·小 明来了', known)).toEqual([
      { kind: 'NAME', from: 2, to: 7, instead: '小禾', certainty: 'SURE' },
    ]);
    expect(marked('他和李雷一起画画', known)).toEqual(only('OTHER_CHILD', '李雷'));
    expect(marked('红 星 小 学的操场', known)).toEqual(only('SCHOOL', '红 星 小 学'));
  });
  it('are whole words in Latin letters', () => {
    expect(marked('ann lee came', known)).toEqual(only('NAME', 'ann lee'));
    expect(marked('plann leed', known)).toEqual([]);
  });
});

describe('wording', () => {
  it('is met with kind words, never alone', () => {
    expect(checkText('他是贫困生')).toEqual([
      { kind: 'WORDING', from: 2, to: 5, instead: '需要支持的孩子', certainty: 'LIKELY' },
    ]);
  });
});

it('finds stand apart and in the order of the text', () => {
  const text = '王老师（13800138000）说他住在幸福路8号，微信 wx_88123。';
  const found = checkText(text);
  expect(found.map(({ kind }) => kind)).toEqual(['NAME', 'PHONE', 'ADDRESS', 'ACCOUNT']);
  for (const [index, { from }] of found.entries()) expect(from).toBeGreaterThanOrEqual(found[index - 1]?.to ?? 0);
});

it('takes long texts in a moment', () => {
  const long = '他今天画了一条路，路边有3棵树和一座房子。'.repeat(500);
  const started = performance.now();
  checkText(long);
  expect(performance.now() - started).toBeLessThan(3000);
});
