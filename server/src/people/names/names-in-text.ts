// Whose names a text holds: its runs are looked up in the blind index, so that only those who may be meant are opened.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Database, placeholders } from '../../platform/database/index.js';
import { PeopleRepository } from '../people.repository.js';
import { unitsOf, type Unit } from './domain/fold.js';
import { charsText, lettersText, LONGEST_RUN, LONGEST_WORD, PLACES } from './domain/name-entries.js';
import { NameIndex } from './name-index.js';

/** Characters and words of a text that are looked at; what leaves the platform is shorter. */
const LONGEST_TEXT = 6_000;
const AT_ONCE = 500;
/** People whose names begin alike, for names too long to be one run. */
const BEGUN_ALIKE = 200;

export interface NamedInText {
  readonly personId: string;
  /** As the text has it: the name itself, or how it is spelled in letters. */
  readonly text: string;
}
interface Lookup {
  /** What the blind index is made of → how the text has it; no text where only the opened name can say. */
  readonly whole: ReadonlyMap<string, string | undefined>;
  readonly begun: ReadonlySet<string>;
}

@Injectable()
export class NamesInText {
  constructor(
    private readonly database: Database,
    private readonly index: NameIndex,
    private readonly people: PeopleRepository,
  ) {}

  /** Somebody of each name that the text may hold. Of people who share a name one is enough. */
  async of(agencyId: AgencyId, text: string): Promise<NamedInText[]> {
    const { whole, begun } = lookupOf(unitsOf(text).slice(0, LONGEST_TEXT));
    const spelled = new Map<string, string | undefined>();
    for (const [run, letters] of whole) spelled.set(this.index.token(agencyId, run), letters);
    const rows = await this.#byToken(agencyId, [...spelled.keys()], PLACES.WHOLE);
    const starts = [...begun].map((run) => this.index.token(agencyId, run));
    const longer = await this.#byToken(agencyId, starts, PLACES.START);
    const names = await this.people.namesOf(
      agencyId,
      [...rows, ...longer].map(({ personId }) => personId),
    );
    return [...rows, ...longer].map(({ personId, token }) => ({
      personId,
      text: spelled.get(token) ?? names.get(personId) ?? '',
    }));
  }

  async #byToken(agencyId: AgencyId, tokens: readonly string[], place: number) {
    const found: { token: string; personId: string }[] = [];
    const one = place === PLACES.WHOLE;
    for (let from = 0; from < tokens.length; from += AT_ONCE) {
      const some = tokens.slice(from, from + AT_ONCE);
      const where = `agencyId = ? AND token IN (${placeholders(some)}) AND place = ${place}`;
      const sql = one
        ? `SELECT token, MIN(personId) AS personId FROM name_token WHERE ${where} GROUP BY token`
        : `SELECT token, personId FROM name_token WHERE ${where} LIMIT ${BEGUN_ALIKE}`;
      found.push(...(await this.database.read<{ token: string; personId: string }>(sql, [agencyId, ...some])));
    }
    return found;
  }
}

function lookupOf(units: readonly Unit[]): Lookup {
  const whole = new Map<string, string | undefined>();
  const begun = new Set<string>();
  units.forEach(({ kind }, first) => {
    const run = units.slice(first, first + LONGEST_RUN);
    const same = run.findIndex((unit) => unit.kind !== kind);
    const texts = run.slice(0, same < 0 ? run.length : same).map(({ text }) => text);
    if (kind === 'char') {
      for (let count = 2; count <= texts.length; count++) whole.set(charsText(texts.slice(0, count)), undefined);
      if (texts.length === LONGEST_RUN) begun.add(charsText(texts));
      return;
    }
    for (let count = 1; count <= texts.length; count++) {
      const letters = texts.slice(0, count).join('');
      if (letters.length < 4) continue;
      whole.set(lettersText(letters), letters);
      if (letters.length > LONGEST_WORD) begun.add(lettersText(letters.slice(0, LONGEST_WORD)));
    }
  });
  return { whole, begun };
}
