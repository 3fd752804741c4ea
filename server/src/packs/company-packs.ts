// A pack as the team reads it: the newest edition as it was sent, names of the own people, and children's words only while
// the family's yes stands.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { ChildrenRepository } from '../children/index.js';
import { PeopleNames } from '../people/index.js';
import { allRows, type PersonActor } from '../platform/access/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { Teams } from '../teams/index.js';
import { PackHeads, type PackHead } from './pack-heads.js';
import { PackThanks } from './pack-thanks.js';
import { Packs, THANKS_PLACE, type EditionView, type LineView } from './packs.js';
import { PacksRepository } from './packs.repository.js';

export interface CompanyPackView {
  readonly head: PackHead;
  readonly told: EditionView;
  readonly lines: readonly (LineView & { readonly id: string })[];
  readonly thanks: readonly string[];
}

@Injectable()
export class CompanyPacks {
  constructor(
    private readonly repository: PacksRepository,
    private readonly packs: Packs,
    private readonly heads: PackHeads,
    private readonly thanks: PackThanks,
    private readonly teams: Teams,
    private readonly children: ChildrenRepository,
    private readonly names: PeopleNames,
    private readonly cipher: Cipher,
  ) {}

  /** Sent to the teams for which the reader books now, the newest day first. */
  async list(actor: PersonActor): Promise<PackHead[]> {
    const teams = await this.teams.mine(actor);
    const ids = teams.map(({ id }) => id);
    return this.heads.of(actor.agencyId, await this.repository.sentTo(actor.agencyId, ids));
  }

  /** Undefined for one that was not sent, or not to a team of the reader's. */
  async find(actor: PersonActor, id: string): Promise<CompanyPackView | undefined> {
    const { agencyId } = actor;
    const head = (await this.list(actor)).find(({ pack }) => pack.id === id);
    const [told] = head ? await this.packs.editions(agencyId, id) : [];
    if (!head || !told) return undefined;
    const lines = await this.#lines(agencyId, told.edition.id);
    return { head, told, lines, thanks: await this.#thanks(agencyId, told.edition.id) };
  }

  async #lines(agencyId: AgencyId, editionId: string): Promise<CompanyPackView['lines']> {
    const rows = await this.repository.lines(agencyId, [editionId]);
    const names = await this.names.of(
      agencyId,
      rows.map(({ personId }) => personId),
    );
    const lines = rows.map(({ id, personId, minutes }) => ({ id, personId, minutes, name: names.get(personId) ?? '' }));
    return lines.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  }

  async #thanks(agencyId: AgencyId, editionId: string): Promise<string[]> {
    const rows = await this.repository.thanks(agencyId, editionId);
    const ids = rows.map(({ childId }) => childId);
    const agreed = await this.thanks.agreed(agencyId, ids);
    const standing = await this.children.byIds(allRows(agencyId), ids);
    const shown = rows.filter(({ childId }) => agreed.has(childId) && standing.has(childId));
    await this.cipher.loadKeys(shown.map(({ wordsSealed }) => wordsSealed));
    return shown.map(({ id, wordsSealed }) => this.cipher.open(wordsSealed, `${THANKS_PLACE}.${id}`));
  }
}
