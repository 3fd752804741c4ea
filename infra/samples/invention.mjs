// Seeded chance, calendar days and plainly invented people for the sample rosters.

const SURNAMES = [...'林陈周何苏叶江梁许沈韩冯曹彭袁邓蒋蔡余杜程魏吕丁任姚卢钟谭陆汪范石廖贾夏付方白邹'];
const FIRST = [...'青晓云星若子知安明清向新初雨思书一小春秋'];
const SECOND = [...'禾岚舟野溪桐川竹帆荷言屿松棠朗麦苇泉枫晴'];
const DAY_MS = 86_400_000;

/** A small generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n) => Math.floor(next() * n);
  const between = (from, to) => from + below(to - from + 1);
  const pick = (list) => list[below(list.length)];
  const some = (list, count) => {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(below(rest.length), 1)[0]);
  };
  return { happens: (share) => next() < share, between, pick, some, shuffle: (list) => some(list, list.length) };
}

/** Names that nobody else of the same roster has. */
export function nameMaker(dice) {
  const used = new Set();
  return () => {
    for (;;) {
      const name = dice.pick(SURNAMES) + dice.pick(FIRST) + dice.pick(SECOND);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

/** A number of a block that is given to nobody in this form: 199 0000 xxxx. */
export const inventedPhone = (index) => `1990000${String(index).padStart(4, '0')}`;

export function daysFrom(today, days) {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A birth date of somebody who is `age` on `today` and stays so for some weeks at least. */
export function bornFor(dice, today, age) {
  const lastBirthday = daysFrom(today, -dice.between(10, 330));
  const [year, month, day] = lastBirthday.split('-');
  return `${Number(year) - age}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}

/** The same day as people write it; `2025-03-01` mostly. */
export function writtenDate(dice, date) {
  if (date === '' || dice.happens(0.6)) return date;
  const [year, month, day] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  const serial = Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS) + 25_569;
  return dice.pick([
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}年${m}月${d}日`,
    year + month + day,
    String(serial),
  ]);
}

export function writtenPhone(dice, phone) {
  if (dice.happens(0.7)) return phone;
  const [a, b, c] = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  return dice.pick([`${a} ${b} ${c}`, `${a}-${b}-${c}`, `+86 ${phone}`, fullWidth(phone), `${phone} `]);
}

/** Now and then a space too many, as hands leave it. */
export const handled = (dice, text) =>
  text !== '' && dice.happens(0.08) ? dice.pick([`${text} `, ` ${text}`, `${text}\u3000`]) : text;

export const fullWidth = (text) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** CSV with CRLF, quoted where needed. */
export function csv(headers, rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;
}

/** Adds up how many cells carry which problem. */
export function tally(codes) {
  const counts = {};
  for (const code of [...codes].sort()) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
