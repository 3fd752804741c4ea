// Plainly invented names: a surname, and two characters of fields, weather and seasons.
import type { Chance } from './cohorts/chance.js';

const SURNAMES = [...'林陈周何苏叶江梁许沈韩冯曹彭袁邓蒋蔡余杜程魏吕丁任姚卢钟谭陆汪范石廖贾夏付方白邹'];
const FIRST = [...'青晓云星若子知安明清向新初雨思书一小春秋'];
const SECOND = [...'禾岚舟野溪桐川竹帆荷言屿松棠朗麦苇泉枫晴'];

/** Names that nobody else of the same list has. */
export function inventedNames(dice: Chance): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = dice.pick(SURNAMES) + dice.pick(FIRST) + dice.pick(SECOND);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}
