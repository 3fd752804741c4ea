// The names that must not be in a text about one child: whom the agency knows, its schools, and how the family is called.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { KnownName } from '@tongxing/shared/release-check';
import { HouseholdReader, Pseudonyms, Schools, type ChildView } from '../../children/index.js';
import { NamesInText } from '../../people/index.js';
import { allRows } from '../../platform/access/index.js';
import { Database, placeholders } from '../../platform/database/index.js';

/** A text may be about nobody in particular; then everybody's name is another's. */
export interface AboutChild {
  readonly agencyId: AgencyId;
  readonly child: ChildView | undefined;
}
const CHILD_INSTEAD = '孩子';
const SHORTEST_ADDRESS = 4;
const HAN_NAME = /^\p{Script=Han}{3,4}$/u;

@Injectable()
export class KnownNames {
  constructor(
    private readonly database: Database,
    private readonly inText: NamesInText,
    private readonly pseudonyms: Pseudonyms,
    private readonly schools: Schools,
    private readonly households: HouseholdReader,
  ) {}

  async of({ agencyId, child }: AboutChild, text: string): Promise<KnownName[]> {
    const everybody = await this.#everybody(agencyId, child, text);
    const schools = (await this.schools.namesIn(agencyId, text)).map((name) => known(name, 'SCHOOL', '学校'));
    return [...(child ? await this.#family(agencyId, child) : []), ...everybody, ...schools];
  }

  /** Whoever of the agency the text names: found by blind indexes, so that nobody else is opened. */
  async #everybody(agencyId: AgencyId, child: ChildView | undefined, text: string): Promise<KnownName[]> {
    const found = (await this.inText.of(agencyId, text)).filter(({ personId }) => personId !== child?.person.id);
    const children = await this.#children(
      agencyId,
      found.map(({ personId }) => personId),
    );
    return found.map(({ personId, text: name }) =>
      children.has(personId) ? known(name, 'OTHER_CHILD', '一位同伴') : known(name, 'NAME', undefined),
    );
  }

  /** The child and whoever lives with them, by given names too: that is how workers write of them. */
  async #family(agencyId: AgencyId, child: ChildView): Promise<KnownName[]> {
    const pseudonyms = await this.pseudonyms.given(agencyId, child.id);
    const own = [...called(child.person.name), ...pseudonyms.map(({ pseudonym }) => pseudonym)];
    const home = child.householdId
      ? (await this.households.byIds(allRows(agencyId), [child.householdId])).get(child.householdId)
      : undefined;
    const others = (home?.members ?? []).filter(({ person }) => person.id !== child.person.id && !person.erased);
    const family = others.flatMap(({ person, childId }) =>
      called(person.name).map((name) =>
        childId ? known(name, 'OTHER_CHILD', '家里的孩子') : known(name, 'NAME', '家里人'),
      ),
    );
    const addresses = (home?.addresses ?? []).flatMap(({ address }) =>
      address && address.length >= SHORTEST_ADDRESS ? [known(address, 'ADDRESS', '家附近')] : [],
    );
    const guardian = called(child.guardian.name ?? '').map((name) => known(name, 'NAME', '家里人'));
    const school = child.school ? [known(child.school, 'SCHOOL', '学校')] : [];
    return [...own.map((name) => known(name, 'NAME', CHILD_INSTEAD)), ...family, ...guardian, ...school, ...addresses];
  }

  async #children(agencyId: AgencyId, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const sql = `SELECT personId FROM child WHERE agencyId = ? AND personId IN (${placeholders(personIds)})`;
    const rows = await this.database.read<{ personId: string }>(sql, [agencyId, ...personIds]);
    return new Set(rows.map(({ personId }) => personId));
  }
}

const known = (text: string, kind: KnownName['kind'], instead: string | undefined): KnownName => ({
  ...{ text, kind, instead },
});

/** 王小明, and 小明: the given name of a name of three characters or more. */
function called(name: string): string[] {
  if (name.length < 2) return [];
  return HAN_NAME.test(name) ? [name, name.slice(-2)] : [name];
}
