// @ts-check
// Operations that nobody honest sends: each family in many sizes, from just above a limit to absurd.

/** @typedef {import('../r10.figure.mjs').Attack} Attack */

/** @returns {Attack[]} at least two hundred, all different */
export function attacks() {
  return [
    ...each('depth', [5, 6, 8, 10, 15, 20, 40, 60, 80, 100, 150, 200], (n) => deep(n)),
    ...each('depth in inline fragments', [5, 8, 10, 20, 40, 60, 80, 100], (n) => deep(n, '... on Volunteer { ', ' }')),
    ...each('depth in fragments', [5, 8, 10, 15, 20, 30, 38], deepFragments),
    ...each('introspection, deep', [4, 5, 6, 8, 10, 15, 20, 40], (n) => introspection(n)),
    ...each('aliases', [21, 25, 30, 50, 80, 100, 150, 200, 250, 300, 400], (n) =>
      many(n, (i) => `a${i}: platform { demo }`),
    ),
    ...each('aliases named __typename', [21, 50, 100, 200, 400], (n) => many(n, () => '__typename: platform { demo }')),
    ...each('aliases of signing in', [21, 30, 40, 50, 60], signIns),
    ...each(
      'aliases in fragments',
      [3, 5, 8, 12, 20, 50, 100],
      (n) => `{ ${rep(n, () => '...F')} } fragment F on Query { ${rep(8, (i) => `a${i}: __typename`)} }`,
    ),
    ...each(
      'tokens',
      [1_001, 1_500, 2_000, 3_000, 5_000, 10_000, 20_000, 40_000, 60_000],
      (n) => `{ ${'__typename '.repeat(n)}}`,
    ),
    ...each(
      'tokens in a list',
      [2_000, 5_000, 20_000, 60_000],
      (n) => `{ volunteers(first: [${'1 '.repeat(n)}]) { totalCount } }`,
    ),
    ...each(
      'tokens in an object',
      [1_000, 5_000, 15_000],
      (n) => `{ volunteers(filter: {${rep(n, (i) => `a${i}: 1`)}}) { totalCount } }`,
    ),
    ...each(
      'tokens in variables',
      [500, 2_000, 8_000],
      (n) => `query (${rep(n, (i) => `$v${i}: Int`)}) { __typename }`,
    ),
    ...each('brackets', [600, 1_000, 2_000, 10_000, 50_000, 100_000], (n) => '{a'.repeat(n)),
    ...each('brackets of a list', [600, 2_000, 10_000, 100_000], (n) => `{ a(b: ${'['.repeat(n)}`),
    ...each('directives', [21, 30, 50, 100, 200, 400], (n) => many(n, () => '__typename @skip(if: false)')),
    ...each(
      'directives at one field',
      [2, 21, 50, 100, 300, 1_000],
      (n) => `{ __typename ${'@skip(if: false) '.repeat(n)}}`,
    ),
    ...each(
      'directives that do not exist',
      [1, 10, 30, 100, 300, 900],
      (n) => `{ __typename ${rep(n, (i) => `@d${i}`)} }`,
    ),
    ...each('repeated fields', [1_001, 1_200, 1_500, 1_900], (n) => `{ ${'__typename '.repeat(n)}}`),
    ...each('repeated objects', [335, 400, 480], (n) => `{ ${'platform { demo needsSetup } '.repeat(n)}}`),
    ...each('fragments doubled', [10, 12, 15, 20, 25, 30, 38], doubling),
    ...each('fragments tenfold', [4, 5, 6, 8, 10, 15, 20, 30], (n) => doubling(n, 10)),
    ...each('fragments in circles', [1, 2, 3, 5, 10, 20, 39], circle),
    ...each(
      'fragments, many',
      [41, 60, 100, 150, 250],
      (n) => `{ ...F0 } ${rep(n, (i) => `fragment F${i} on Query { __typename }`)}`,
    ),
    ...each('fragments, unused circles', [2, 3, 10, 30], (n) => circle(n).replace('{ ...F0 }', '{ __typename }')),
    ...each(
      'lists',
      [201, 500, 1_000, 10_000, 1_000_000, 2_147_483_647],
      (n) => `{ volunteers(first: ${n}) { totalCount } }`,
    ),
    ...each('lists in lists', [40, 60, 80, 100, 150, 190], wide),
    ...each('names that do not exist', [1, 2, 5, 10, 20, 50, 100, 400], (n) => many(n, (i) => `volunter${i}`)),
    ...listVariables(),
    ...batches(),
    ...bodies(),
  ];
}

/** @param {string} kind @param {readonly number[]} sizes @param {(size: number) => string} query @returns {Attack[]} */
const each = (kind, sizes, query) =>
  sizes.map((size) => ({ kind: `${kind} × ${size}`, body: JSON.stringify({ query: query(size) }) }));

/** @param {number} count @param {(index: number) => string} part */
const rep = (count, part) => Array.from({ length: count }, (_, index) => part(index)).join(' ');
/** @param {number} count @param {(index: number) => string} part */
const many = (count, part) => `{ ${rep(count, part)} }`;

/** Fields inside fields; deeper than the schema goes, as an attacker does not know it. @param {number} levels */
const deep = (levels, open = '', close = '') =>
  `{ volunteers { edges { node { ${`${open}supervisor { volunteers { edges { node { `.repeat(levels)} id ${` } } } }${close}`.repeat(levels)} } } } }`;

/** @param {number} levels */
const deepFragments = (levels) =>
  `{ volunteers { edges { node { ...F0 } } } } ${rep(levels, (i) => `fragment F${i} on Volunteer { supervisor { supervisor { ...F${i + 1} } } }`)} fragment F${levels} on Volunteer { id }`;

/** @param {number} levels */
const introspection = (levels) =>
  `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} }'.repeat(levels)} } } }`;

/** @param {number} count */
const signIns = (count) =>
  `mutation { ${rep(count, (i) => `a${i}: signIn(input: { identifier: "d@example.org", password: "guess-${i}" }) { __typename }`)} }`;

/** Each fragment stands several times in the one before: times ** levels fields. @param {number} levels */
const doubling = (levels, times = 2) =>
  `{ ...F0 } ${rep(levels, (i) => `fragment F${i} on Query { ${`...F${i + 1} `.repeat(times)}}`)} fragment F${levels} on Query { __typename }`;

/** @param {number} length */
const circle = (length) => `{ ...F0 } ${rep(length, (i) => `fragment F${i} on Query { ...F${(i + 1) % length} }`)}`;

/** @param {number} fields */
const wide = (fields) =>
  `{ volunteers(first: 200) { edges { node { ${rep(fields, () => 'freeTimes { weekday startMinute endMinute }')} } } } }`;

/** @returns {Attack[]} */
function listVariables() {
  const query = 'query ($n: Int) { volunteers(first: $n) { totalCount } }';
  const given = [201, 1_000, 1e9].map((n) => ({
    kind: `list by variable × ${n}`,
    body: JSON.stringify({ query, variables: { n } }),
  }));
  const fallback = each('list by default', [201, 5_000, 1_000_000], (n) => query.replace('Int)', `Int = ${n})`));
  return [...given, ...fallback];
}

/** @returns {Attack[]} */
function batches() {
  const one = { query: '{ platform { demo } }' };
  return [0, 1, 2, 5, 10, 50, 100, 500, 1_000, 5_000].map((count) => ({
    kind: `batch × ${count}`,
    body: JSON.stringify(Array.from({ length: count }, () => one)),
  }));
}

/** @returns {Attack[]} */
function bodies() {
  const query = '{ platform { demo } }';
  const body = JSON.stringify({ query });
  const padded = [257, 300, 500, 1_000].map((size) => ({
    kind: `body of ${size} kB`,
    body: JSON.stringify({ query, pad: 'x'.repeat(size * 1024) }),
  }));
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/graphql',
    'text/json',
    '',
  ];
  const forged = types.map((type) => ({
    kind: `content-type ${type || 'none'}`,
    body,
    headers: { 'content-type': type },
  }));
  return [
    ...padded,
    ...forged,
    { kind: 'GET', body: '', method: 'GET' },
    { kind: 'PUT', body, method: 'PUT' },
    { kind: 'gzip', body, headers: { 'content-encoding': 'gzip' } },
    { kind: 'cross-site', body, headers: { 'sec-fetch-site': 'cross-site' } },
    { kind: 'nested JSON', body: `{"query":"{ __typename }","variables":${'['.repeat(50_000)}${']'.repeat(50_000)}}` },
    { kind: 'cut JSON', body: '{"query":"{' },
    { kind: 'empty', body: '{}' },
  ];
}
