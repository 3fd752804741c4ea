// @ts-check
// Clients that change settings through GraphQL as fast as they are answered, and remember what they were promised.

/** @typedef {{ key: string, from: number, to: number }} Target */
/** @typedef {{ key: string, acknowledged: number, asked: number, value: string }} Promised */

/** Settings whose values may go to and fro without harm. One writer each, so that versions count the writes. */
const KEYS = 6;

/**
 * @param {string} url
 * @param {string} cookie
 * @param {string} query
 * @param {object} [variables]
 */
export async function graphql(url, cookie, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const answer = /** @type {any} */ (await response.json());
  return { answer, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}

/** Makes the agency, and returns its director's session. @param {string} url */
export async function signUp(url) {
  const input = {
    agencyName: 'Figure',
    directorName: 'Director',
    identifier: 'director@figure.example',
    password: 'a-long-password-of-a-figure',
    locale: 'EN',
  };
  const query = 'mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }';
  const { answer, cookie } = await graphql(url, '', query, { i: input });
  if (answer.data?.createAgency.__typename !== 'Viewer') throw new Error(`No agency: ${JSON.stringify(answer)}`);
  return cookie;
}

const LIST = '{ agencySettings { key kind value minimum maximum version } }';
const CHANGE = `mutation ($i: ChangeSettingInput!) { changeSetting(input: $i) {
  __typename ... on AgencySetting { version value } ... on StaleVersion { currentVersion } } }`;

/** @param {string} url @param {string} cookie @returns {Promise<SettingWriter[]>} */
export async function settingWriters(url, cookie) {
  const { answer } = await graphql(url, cookie, LIST);
  /** @type {{ key: string, kind: string, minimum: number, maximum: number, version: number }[]} */
  const settings = answer.data.agencySettings;
  const whole = settings.filter(({ kind, minimum, maximum }) => kind === 'INTEGER' && maximum > minimum).slice(0, KEYS);
  if (whole.length < KEYS) throw new Error('BUG: too few whole-number settings');
  return whole.map(
    ({ key, minimum, version }) => new SettingWriter(url, cookie, { key, from: minimum, to: minimum + 1 }, version),
  );
}

export class SettingWriter {
  /** @param {string} url @param {string} cookie @param {Target} target @param {number} version */
  constructor(url, cookie, target, version) {
    this.url = url;
    this.cookie = cookie;
    this.target = target;
    /** The newest version that the server said is written. */
    this.acknowledged = version;
    this.acknowledgements = 0;
    /** Milliseconds (performance.now) of the newest acknowledgement. */
    this.lastAt = 0;
  }

  /** Writes until told to stop, or until the server no longer answers. @param {() => boolean} stopped */
  async writeUntil(stopped) {
    while (!stopped()) {
      if (!(await this.#writeOnce())) return;
    }
  }

  /** @returns {Promise<boolean>} whether it was acknowledged */
  async #writeOnce() {
    const { key, from, to } = this.target;
    const value = String(this.acknowledged % 2 === 0 ? to : from);
    let answer;
    try {
      ({ answer } = await graphql(this.url, this.cookie, CHANGE, { i: { key, value, version: this.acknowledged } }));
    } catch {
      return false; // the connection broke: the write may or may not have happened
    }
    const outcome = answer.data?.changeSetting;
    if (outcome?.__typename !== 'AgencySetting') return false;
    if (outcome.version !== this.acknowledged + 1)
      throw new Error(`BUG: version ${outcome.version} acknowledged twice`);
    this.acknowledged = outcome.version;
    this.acknowledgements += 1;
    this.lastAt = performance.now();
    return true;
  }

  /** What the database holds after a crash; one more than acknowledged is a write whose answer was lost. @param {number} version */
  resume(version) {
    this.acknowledged = version;
  }
}
