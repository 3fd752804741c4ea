// Pseudonyms that say nothing of the child: drawn from nature, never from the name, the sex or the home.
import { randomInt } from 'node:crypto';

const FIRST = ['小', '阿', '青', '暖', '晴'];
const SECOND = [
  '禾',
  '舟',
  '星',
  '云',
  '树',
  '川',
  '石',
  '月',
  '麦',
  '岚',
  '溪',
  '竹',
  '枫',
  '松',
  '荷',
  '雁',
  '帆',
  '桥',
  '灯',
  '泉',
  '蓝',
  '青',
  '橙',
  '朵',
  '芽',
  '果',
  '羽',
  '鲸',
  '鹿',
  '燕',
  '雨',
  '晨',
  '风',
  '谷',
  '岭',
  '沙',
  '湖',
  '海',
  '糖',
  '豆',
];

/** Picks a pseudonym that is not taken; adds a number once the plain ones run out. */
export function pickPseudonym(
  taken: ReadonlySet<string>,
  draw: (below: number) => number = (below) => randomInt(below),
): string {
  for (let round = 0; ; round++) {
    for (let attempt = 0; attempt < SECOND.length; attempt++) {
      const plain = `${FIRST[draw(FIRST.length)]}${SECOND[draw(SECOND.length)]}`;
      const name = round === 0 ? plain : `${plain}${draw(10 ** round) + 1}`;
      if (!taken.has(name)) return name;
    }
  }
}
