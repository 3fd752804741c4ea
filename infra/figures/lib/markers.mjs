// @ts-check
// Personal markers that occur nowhere else, and the search that finds them however they are written.

const NUMERALS = [...'零一二三四五六七八九'];
/** In every marker of words, before its number. */
const TRACE = '踪';
const PHONE = '1990777';
const ID_NUMBER = '44010620150777';

/** @param {number} index */
const inWords = (index) => TRACE + [...String(index).padStart(4, '0')].map((digit) => NUMERALS[Number(digit)]).join('');

/** Hands out markers, each once, and counts them. */
export class Markers {
  count = 0;
  #words = 0;
  #phones = 0;
  #ids = 0;

  /** `欧阳踪零零零一`. @param {string} before */
  text(before) {
    this.count += 1;
    return before + inWords(this.#words++);
  }

  phone() {
    this.count += 1;
    return PHONE + String(this.#phones++).padStart(4, '0');
  }

  idNumber() {
    this.count += 1;
    return `${ID_NUMBER}${String(this.#ids++).padStart(3, '0')}X`;
  }
}

/** @typedef {'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'JSON' | 'hex'} Writing */

/** @param {string} text @param {Writing} writing @returns {string} bytes as latin1 text */
function written(text, writing) {
  switch (writing) {
    case 'UTF-8':
      return Buffer.from(text).toString('latin1');
    case 'UTF-16LE':
      return Buffer.from(text, 'utf16le').toString('latin1');
    case 'UTF-16BE':
      return Buffer.from(text, 'utf16le').swap16().toString('latin1');
    case 'JSON':
      return [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    case 'hex':
      return Buffer.from(text).toString('hex');
  }
}

/** @type {readonly Writing[]} */
const WRITINGS = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'JSON', 'hex'];
const escaped = (/** @type {string} */ text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** @param {Writing} writing */
function patternOf(writing) {
  const of = (/** @type {string} */ text) => escaped(written(text, writing));
  const one = (/** @type {readonly string[]} */ list) => `(?:${list.map(of).join('|')})`;
  const digits = [...'0123456789'];
  const words = `${of(TRACE)}${one(NUMERALS)}{4}`;
  // Digits are never escaped in JSON.
  const numbers = writing === 'JSON' ? [] : [`${of(PHONE)}${one(digits)}{4}`, `${of(ID_NUMBER)}${one(digits)}{3}`];
  return new RegExp([words, ...numbers].join('|'), writing === 'JSON' || writing === 'hex' ? 'gi' : 'g');
}

const PATTERNS = WRITINGS.map((writing) => /** @type {const} */ ([writing, patternOf(writing)]));
/** Cut, since a pattern without a bound overflows on a long run; neighbours are joined by a piece of the one before. */
const BASE64 = /[A-Za-z0-9+/_-]{12,4096}/g;
const OVERLAP = 128;

/**
 * How often any marker stands in these bytes: as it is, in UTF-16, escaped as JSON or hex, or inside base64 at any
 * offset, where it is searched for in each of these writings again.
 * @param {Buffer} bytes
 * @returns {{ writing: string, text: string }[]}
 */
export function findMarkers(bytes) {
  const text = bytes.toString('latin1');
  const found = direct(text, '');
  let [before, end] = ['', -1];
  for (const match of text.matchAll(BASE64)) {
    const run = (match.index === end ? before : '') + match[0];
    before = match[0].slice(-OVERLAP);
    end = match.index + match[0].length;
    for (let offset = 0; offset < 4; offset += 1) {
      found.push(...direct(Buffer.from(run.slice(offset), 'base64').toString('latin1'), 'base64 of '));
    }
  }
  return found;
}

/** @param {string} text @param {string} within */
function direct(text, within) {
  return PATTERNS.flatMap(([writing, pattern]) =>
    Array.from(text.matchAll(pattern), ([hit]) => ({ writing: within + writing, text: hit })),
  );
}

/** Every marker in a text as people read it. @param {string} text @returns {Set<string>} */
export function markersIn(text) {
  const pattern = new RegExp(`${TRACE}[${NUMERALS.join('')}]{4}|${PHONE}\\d{4}|${ID_NUMBER}\\d{3}`, 'g');
  return new Set(text.match(pattern) ?? []);
}

/** Finds what is planted in each writing, or the search proves nothing. Throws where it does not. */
export function checkSearch() {
  const markers = new Markers();
  const samples = [markers.text('欧阳'), `+86${markers.phone()}`, markers.idNumber()];
  for (const sample of samples) {
    const writings = [
      ...WRITINGS.filter((writing) => writing !== 'JSON' || /踪/.test(sample)).map((writing) =>
        Buffer.from(written(sample, writing), 'latin1'),
      ),
      ...['', 'x', 'xy'].map((before) => Buffer.from(Buffer.from(before + sample).toString('base64'))),
      ...['', 'x'].map((before) => Buffer.from(Buffer.from(before + sample, 'utf16le').toString('base64url'))),
    ];
    for (const bytes of writings) {
      if (findMarkers(Buffer.concat([Buffer.from('…'), bytes, Buffer.from('…')])).length === 0) {
        throw new Error(`BUG: the search does not find ${sample} in ${bytes.toString('latin1')}`);
      }
    }
  }
  if (findMarkers(Buffer.from('nothing of anybody')).length > 0) throw new Error('BUG: the search finds nobody');
}
