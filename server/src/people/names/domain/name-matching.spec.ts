// A name is found by what people type of it, and by nothing else; what is looked up always covers what is meant.
import fc from 'fast-check';
import { runsOf, unitsOf } from './fold.js';
import { matchName } from './match-name.js';
import { entriesOf } from './name-entries.js';
import { planOf } from './query-plan.js';
import { loadReadings, type Readings } from './readings.js';
import { SYLLABLES, wholeParses, begunParses } from './syllables.js';

let readings: Readings;
beforeAll(async () => {
  readings = await loadReadings();
});

const meant = (name: string, query: string): string | undefined => {
  const match = matchName(name, planOf(query), readings);
  return match && name.slice(match.from, match.to);
};
const finds = (name: string, query: string): boolean => meant(name, query) !== undefined;
const readingsOf = (name: string) => readings(unitsOf(name));
const firstReadings = (name: string) => readingsOf(name).map((list) => list[0] ?? '');

describe('a name is not found', () => {
  it('by nothing, by signs, or by what is no name', () => {
    for (const query of ['', '   ', '···', "'", '%', '_', '\u0000', '😀', 'ı̇̇', '\uD842'])
      expect(finds('王小明', query)).toBe(false);
  });

  it('by characters, syllables or initials of others, nor by its own in another order', () => {
    const others = [
      '李',
      '小王',
      '明小',
      '王明',
      'xiaowang',
      'li',
      'mingxiao',
      'wmx',
      'xmw',
      'wangm',
      'uyang',
      'ang',
      'aoming',
    ];
    for (const query of others) expect([query, meant('王小明', query)]).toEqual([query, undefined]);
  });

  it('by letters in the middle of a syllable or of a word', () => {
    expect(finds('欧阳𬭎', 'yangho')).toBe(true);
    expect(finds('欧阳𬭎', 'angho')).toBe(false);
    expect(finds('Anna Smith', 'nna')).toBe(false);
    expect(finds('万刚', 'wang')).toBe(false);
  });

  it('by characters with others between them', () => {
    expect(finds('阿卜杜·热合曼', '阿杜热合')).toBe(false);
    expect(finds('阿卜杜·热合曼', 'abdrh')).toBe(true);
    expect(finds('阿卜杜·热合曼', 'adrhm')).toBe(false);
  });
});

describe('a name is found', () => {
  it('with a rare character, by each, by pinyin, by initials, and while it is being typed', () => {
    for (const query of [
      '欧',
      '阳',
      '𬭎',
      '欧阳',
      '阳𬭎',
      '欧阳𬭎',
      'ouyang',
      'ouyanghong',
      'oyh',
      'oy',
      'yh',
      'ouy',
      'ouyangh',
      'hong',
      'ou yang',
      'Ouyang',
      'OYH',
      'ōuyáng',
    ]) {
      expect([query, finds('欧阳𬭎', query)]).toEqual([query, true]);
    }
    expect(meant('欧阳𬭎', 'hong')).toBe('𬭎');
    expect(meant('欧阳𬭎', 'oyh')).toBe('欧阳𬭎');
    expect(meant('欧阳𬭎', 'ouyang')).toBe('欧阳');
  });

  it.each([
    ['单雄信', 'shan', 'sxx'],
    ['仇和', 'qiu', 'qh'],
    ['解晓东', 'xie', 'xxd'],
    ['曾国藩', 'zeng', 'zgf'],
    ['尉迟恭', 'yuchi', 'ycg'],
    ['万俟卨', 'moqi', 'mqx'],
    ['区寄', 'ou', 'oj'],
    ['查良镛', 'zha', 'zly'],
    ['盖叫天', 'ge', 'gjt'],
    ['任重', 'ren', 'rz'],
    ['覃塘', 'qin', 'qt'],
  ])('by the reading of its surname: %s as %s and %s', (name, pinyin, initials) => {
    expect(finds(name, pinyin)).toBe(true);
    expect(finds(name, initials)).toBe(true);
  });

  it('by every reading of a given name that can be read in several ways', () => {
    for (const query of ['lele', 'yueyue', 'leyue', 'll']) expect([query, finds('乐乐', query)]).toEqual([query, true]);
    expect(finds('周行', 'zhouhang') && finds('周行', 'zhouxing')).toBe(true);
  });

  it('with ü as v, as u, as ü, and as a passport spells it', () => {
    for (const query of ['lvbu', 'lubu', 'lübu', 'lǚ bù', 'lyubu', 'lb', 'l'])
      expect([query, finds('吕布', query)]).toEqual([query, true]);
    for (const query of ['nv', 'nu', 'nyu']) expect(finds('女娲', query)).toBe(true);
    expect(finds('徐悲鸿', 'xvbeihong')).toBe(true);
    expect(finds('卢布', 'lvbu')).toBe(false);
  });

  it('with a middle dot by its parts, as a whole, with any dot or none', () => {
    for (const name of ['阿卜杜·热合曼', '阿卜杜•热合曼', '阿卜杜・热合曼', '阿卜杜 热合曼', '阿卜杜．热合曼']) {
      for (const query of [
        '阿卜杜',
        '热合曼',
        '阿卜杜热合曼',
        '阿卜杜·热合曼',
        '杜热',
        'abudu',
        'reheman',
        'abudureheman',
        'abdrhm',
        'rhm',
      ]) {
        expect([name, query, finds(name, query)]).toEqual([name, query, true]);
      }
    }
  });

  it('in Latin letters, whatever the case, the accents, the width and the spaces', () => {
    for (const query of [
      'anna',
      'ANN',
      'müller',
      'muller',
      'annamuller',
      'Anna Müller',
      'ａｎｎａ',
      'an',
      'am',
      'mull',
    ]) {
      expect([query, finds('Anna Müller', query)]).toEqual([query, true]);
    }
    expect(finds("Sinéad O'Brien", 'obrien')).toBe(true);
    expect(finds('Christopher Montgomery', 'christophermont')).toBe(true);
    expect(finds('Christopher Montgomery', 'christophermorris')).toBe(false);
    expect(meant('Anna Müller', 'mull')).toBe('Müller');
  });

  it('by a syllable and initials, some of which are syllables too', () => {
    for (const query of ['rnaaaj', 'reniaaajiang']) {
      expect([query, finds('热尼阿阿·阿江', query)]).toEqual([query, true]);
    }
  });

  it('by characters and letters together', () => {
    for (const query of ['王xm', '王xiaoming', '王x', 'wang小明', 'w小', '小ming', '王xming'])
      expect([query, finds('王小明', query)]).toEqual([query, true]);
    expect(finds('王小明', '王mx')).toBe(false);
  });

  it('by full pinyin and initials together', () => {
    for (const query of ['wangxm', 'wxming', 'wangxming', 'wxiaom'])
      expect([query, finds('王小明', query)]).toEqual([query, true]);
    expect(finds('张三丰', 'zhsf')).toBe(true);
  });

  it('first where it is the whole name, then where it begins so, then within', () => {
    const place = (name: string, query: string) => matchName(name, planOf(query), readings)?.place;
    expect([place('王伟', '王伟'), place('王伟明', '王伟'), place('刘王伟', '王伟')]).toEqual([0, 1, 2]);
    expect([place('王伟', 'wangwei'), place('王伟明', 'ww'), place('刘王伟', 'wangwei')]).toEqual([0, 1, 2]);
  });
});

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇解曾区查盖任覃朴翟缪召黑'].concat([
  '欧阳',
  '尉迟',
  '司马',
  '诸葛',
  '上官',
]);
const GIVEN = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰涛明超霞平刚桂乐行长重朝盛藏调和𬭎𬀩镕喆祎𠙶彧燚翀曌婧嫄'];
const chinese = fc
  .tuple(fc.constantFrom(...SURNAMES), fc.array(fc.constantFrom(...GIVEN), { minLength: 1, maxLength: 2 }))
  .map(([surname, given]) => surname + given.join(''))
  .filter((name) => readingsOfAll(name));
const dotted = fc
  .array(fc.array(fc.constantFrom(...'阿卜杜热合曼买提江古丽尼亚孜'), { minLength: 2, maxLength: 4 }), {
    minLength: 2,
    maxLength: 3,
  })
  .map((parts) => parts.map((part) => part.join('')).join('·'));
const anyName = fc.oneof({ weight: 4, arbitrary: chinese }, { weight: 1, arbitrary: dotted });

/** Characters that the dictionary does not know have no pinyin to be found by. */
const readingsOfAll = (name: string) => readingsOf(name).every((list) => list.length > 0);

describe('every name', () => {
  it('is found by each of its characters, by each of its parts, and by all of it', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const chars = unitsOf(name).map(({ text }) => text);
        for (let from = 0; from < chars.length; from++) {
          for (let to = from + 1; to <= chars.length; to++) {
            if (!finds(name, chars.slice(from, to).join(''))) return false;
          }
        }
        return true;
      }),
    );
  });

  it('is found by its pinyin from any syllable on, by its initials, and by syllables before initials', () => {
    fc.assert(
      fc.property(anyName, fc.nat(5), fc.nat(5), (name, from, count) => {
        const syllables = firstReadings(name).slice(from);
        const some = syllables.slice(0, count + 1);
        const initials = some.map((one) => one[0] ?? '').join('');
        const mixed = (some[0] ?? '') + initials.slice(1);
        const typed = [
          some.join(''),
          some.join(' ').toUpperCase(),
          ...(initials.length > 1 && initials.length <= 8 ? [initials] : []),
        ];
        // What reads as syllables from end to end, the last perhaps half typed, is meant as syllables.
        if (wholeParses(initials).length > 0) typed.splice(2);
        if (wholeParses(mixed).length + begunParses(mixed).length === 0) typed.push(mixed);
        return typed.filter((query) => query !== '').every((query) => finds(name, query));
      }),
      { numRuns: 300, examples: [['阿阿合热·阿阿尼阿', 2, 5]] },
    );
  });

  it('is found at every letter while its pinyin is typed, but where the letters so far are another syllable', () => {
    fc.assert(
      fc.property(chinese, (name) => {
        const full = firstReadings(name).join('');
        for (let length = 1; length <= full.length; length++) {
          const typed = full.slice(0, length);
          if (!finds(name, typed) && wholeParses(typed).length === 0) return false;
        }
        return finds(name, full);
      }),
    );
  });

  it('is found by nothing that shares no character and no syllable with it', () => {
    fc.assert(
      fc.property(chinese, chinese, (name, other) => {
        const own = new Set(
          readingsOf(name)
            .flat()
            .map((one) => one[0]),
        );
        const strange = unitsOf(other).map(({ text }) => text);
        fc.pre(strange.every((char) => !name.includes(char)));
        fc.pre(
          readingsOf(other)
            .flat()
            .every((one) => !own.has(one[0])),
        );
        return [
          other,
          firstReadings(other).join(''),
          firstReadings(other)
            .map((one) => one[0])
            .join(''),
        ].every((query) => !finds(name, query));
      }),
    );
  });
});

describe('what is looked up', () => {
  it('stays small: some twenty entries for a usual name, and bounded for any text', () => {
    expect(entriesOf('王小明', readings).length).toBeLessThanOrEqual(20);
    expect(entriesOf('欧阳乐乐', readings).length).toBeLessThanOrEqual(120);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => entriesOf(text, readings).length < 1_500),
      { numRuns: 30 },
    );
  });

  it('is bounded for whatever is typed, and reading it never fails', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'aouxinghzv王·'), maxLength: 80 }),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const { direct, proven } = planOf(query);
        const groups = [...direct, ...proven.flatMap((one) => one.groups)];
        return groups.length <= 60 && groups.every((texts) => texts.length > 0 && texts.length <= 400);
      }),
    );
  });

  it('never holds a single letter that begins nearly every name', () => {
    const texts = entriesOf('Anna Li 王伟', readings).map(({ text }) => text);
    expect(texts.filter((text) => /^[il].$/.test(text))).toEqual([]);
  });

  it('knows the readings of the characters that names are written with', () => {
    const common = readings(
      [...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会'].map((text) => ({
        kind: 'char',
        text,
        from: 0,
        to: 1,
      })),
    );
    expect(common.every((list) => list.length > 0)).toBe(true);
    expect(SYLLABLES.size).toBeGreaterThan(400);
    expect(runsOf('Wáng 小míng')).toHaveLength(3);
  });
});
