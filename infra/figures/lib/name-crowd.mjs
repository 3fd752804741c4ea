// @ts-check
// A crowd with invented names, spread as Chinese names are: a few surnames for very many, and many characters for few.
import { randomUUID } from 'node:crypto';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解区查盖覃朴翟',
];
const DOUBLE = ['欧阳', '上官', '司马', '诸葛', '尉迟', '皇甫', '令狐', '东方'];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂红玉萍华建国文辉力志海燕春梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思乐行长重朝盛藏𬭎𬀩镕喆祎𠙶彧燚',
];
const PARTS = ['阿卜杜', '热合曼', '买买提', '古丽', '艾力', '玉素甫', '帕提古丽', '努尔'];
const WORDS = ['Anna', 'John', 'Maria', 'Müller', 'Smith', 'Garcia', 'Ivan', 'Sofia'];

/** Numbers from 0 to 1, the same ones for the same seed. @param {number} seed */
export function drawing(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {() => number} draw */
export function inventName(draw) {
  /** Early entries come up far more often. @param {readonly string[]} list @param {number} steep */
  const pick = (list, steep = 1) => list[Math.floor(list.length * draw() ** steep)] ?? '';
  const kind = draw();
  if (kind < 0.005) return `${pick(WORDS)} ${pick(WORDS)}`;
  if (kind < 0.015) return `${pick(PARTS)}·${pick(PARTS)}`;
  const surname = kind < 0.025 ? pick(DOUBLE) : pick(SURNAMES, 2.5);
  const given = pick(GIVEN, 1.5) + (draw() < 0.8 ? pick(GIVEN, 1.5) : '');
  return surname + given;
}

const AT_ONCE = 2_000;

/**
 * Adds people until there are so many: written as the platform writes names (sealed, with keys and tokens), their
 * children's and volunteers' rows in plain statements, since nothing here asks what else is known of them.
 * @param {{ app: any, parts: any, agencyId: string, from: number, to: number, children: number, draw: () => number, log: (text: string) => void }} crowd
 * @returns {Promise<string[]>} some of the names
 */
export async function addCrowd({ app, parts, agencyId, from, to, children, draw, log }) {
  const { PeopleRepository, UnitOfWork, Database } = parts;
  const actor = { kind: 'system', agencyId, name: 'figure' };
  const started = performance.now();
  /** @type {string[]} */
  const sample = [];
  for (let at = from; at < to; at += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, to - at) }, () => inventName(draw));
    sample.push(...names.slice(0, 20));
    await app.get(UnitOfWork).run(actor, async () => {
      /** @type {string[]} */
      const ids = await app.get(PeopleRepository).addAll(names.map((name) => ({ agencyId, name })));
      const { manager } = app.get(Database);
      const young = ids.slice(0, Math.max(0, Math.min(ids.length, children - at)));
      await insert(
        manager,
        'child',
        CHILD,
        young.map((id, index) => [randomUUID(), agencyId, id, `童${at + index}`, id, '[]', '[]', '[]', 3, NOW]),
      );
      await insert(
        manager,
        'volunteer',
        VOLUNTEER,
        ids.slice(young.length).map((id) => [randomUUID(), agencyId, id, '[]', '[]', '[]', 1, NOW]),
      );
    });
    const done = at + names.length;
    if (done % 50_000 === 0)
      log(`${done} people, ${Math.round(((done - from) / (performance.now() - started)) * 1000)} a second`);
  }
  return sample;
}

/** Ids of copies stand behind those of whoever was written as the platform writes people. */
const copyOf = (/** @type {string} */ column, /** @type {'sqlite' | 'mysql'} */ engine) =>
  engine === 'sqlite'
    ? `printf('f%07x', c.n) || substr(${column}, 9)`
    : `CONCAT('f', LPAD(HEX(c.n), 7, '0'), SUBSTR(${column}, 9))`;

/** A copy's name is sealed for somebody else: it opens to nothing, as that of somebody erased. */
const valueOf = (/** @type {string} */ name, /** @type {boolean} */ isId, /** @type {'sqlite' | 'mysql'} */ engine) => {
  if (name === 'nameSealed') return "'erased'";
  return isId ? copyOf(`s.\`${name}\``, engine) : `s.\`${name}\``;
};

/**
 * Makes an agency as large as it is said to be by copying volunteers with all their tokens, in the database alone: minutes
 * instead of an hour. What a search reads is as large as with people; the names that it opens are those of the first.
 * @param {{ app: any, parts: any, agencyId: string, from: number, to: number, children: number, log: (text: string) => void }} crowd
 */
export async function copyCrowd({ app, parts, agencyId, from, to, children, log }) {
  const { Database, UnitOfWork } = parts;
  const database = app.get(Database);
  /** @type {'sqlite' | 'mysql'} */
  const engine = database.engine.kind;
  const copies = Math.ceil((to - from) / (from - children));
  const started = performance.now();
  await app.get(UnitOfWork).run({ kind: 'system', agencyId, name: 'figure' }, async () => {
    const { manager } = database;
    const ask = (/** @type {string} */ sql, /** @type {unknown[]} */ values = []) => manager.query(sql, values);
    await ask('CREATE TEMPORARY TABLE copied (n integer)');
    for (let n = 1; n <= copies; n++) await ask('INSERT INTO copied VALUES (?)', [n]);
    const own = "agencyId = ? AND id < 'f'";
    await ask(`CREATE TEMPORARY TABLE volunteers AS SELECT * FROM volunteer WHERE ${own}`, [agencyId]);
    await ask(
      `CREATE TEMPORARY TABLE people AS SELECT * FROM person WHERE ${own} AND id IN (SELECT personId FROM volunteers)`,
      [agencyId],
    );
    await ask(
      `CREATE TEMPORARY TABLE tokens AS SELECT n.* FROM name_token n
        WHERE n.agencyId = ? AND n.personId IN (SELECT id FROM people) ORDER BY n.token, n.place, n.personId`,
      [agencyId],
    );
    for (const [table, source, ids] of /** @type {const} */ ([
      ['person', 'people', ['id']],
      ['volunteer', 'volunteers', ['id', 'personId']],
      ['name_token', 'tokens', ['personId']],
    ])) {
      const { columns } = database.source.entityMetadatas.find((/** @type {any} */ one) => one.tableName === table);
      const names = columns.map((/** @type {any} */ { databaseName }) => databaseName);
      const quoted = (/** @type {string} */ name) => '`' + name + '`';
      const values = names.map((/** @type {string} */ name) =>
        valueOf(name, ids.includes(/** @type {never} */ (name)), engine),
      );
      await ask(
        `INSERT INTO ${table} (${names.map(quoted).join(', ')}) SELECT ${values.join(', ')} FROM ${source} s CROSS JOIN copied c`,
      );
      log(`${table}: ${copies} copies, ${Math.round((performance.now() - started) / 1_000)} s`);
    }
    for (const table of ['copied', 'volunteers', 'people', 'tokens']) await ask(`DROP TABLE ${table}`);
  });
}

const NOW = '2026-11-22T02:00:00.000Z';
const CHILD = 'id, agencyId, personId, pseudonym, identityIndex, languages, needs, freeTimes, priority, createdAt';
const VOLUNTEER = 'id, agencyId, personId, languages, skills, freeTimes, places, createdAt';
const ROWS = 500;

/** @param {any} manager @param {string} table @param {string} columns @param {unknown[][]} rows */
async function insert(manager, table, columns, rows) {
  const one = `(${columns
    .split(', ')
    .map(() => '?')
    .join(', ')})`;
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = rows.slice(from, from + ROWS);
    await manager.query(`INSERT INTO ${table} (${columns}) VALUES ${some.map(() => one).join(', ')}`, some.flat());
  }
}
