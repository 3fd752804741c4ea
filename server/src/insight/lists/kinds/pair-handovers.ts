// Pairs to another worker, many at once: whoever takes over is at work, and sees each of them.
import { Injectable } from '@nestjs/common';
import type { OfficeId, PersonId } from '@tongxing/shared/kernel';
import { LARGEST_CHANGE, type KeptReason } from '@tongxing/shared/rules';
import { PairLists } from '../../../matching/index.js';
import { Placements, RolesApart } from '../../../people/index.js';
import type { PersonActor } from '../../../platform/access/index.js';
import { arranged, type Kept, type KindOfChange } from './kind-of-change.js';

@Injectable()
export class PairHandovers {
  readonly kind: KindOfChange;

  constructor(
    private readonly placements: Placements,
    private readonly pairs: PairLists,
    private readonly apart: RolesApart,
  ) {
    this.kind = {
      ...arranged({ column: pairs.workers, stay: (actor, ids, to) => this.#stay(actor, ids, to), back: () => true }),
      list: 'COMPANIONSHIPS',
      permission: 'companionship.handOver',
      subjectType: 'Companionship',
      action: 'companionship.handedOver',
      most: LARGEST_CHANGE,
      allows: async ({ agencyId }, to) => (await placements.workers(agencyId)).some(({ personId }) => personId === to),
    };
  }

  async #stay({ agencyId }: PersonActor, ids: readonly string[], to: string | null): Promise<Kept> {
    const places = await this.pairs.placesOf(agencyId, ids);
    const atWork = new Set((await this.placements.workers(agencyId)).map(({ personId }) => personId as string));
    const offices = new Set([...places.values()].map(({ officeId }) => officeId));
    const seen = new Set<string | null>();
    for (const office of to !== null && atWork.has(to) ? offices : []) {
      const seeing = await this.placements.seeing(agencyId, [to as PersonId], office as OfficeId | null);
      if (seeing.has(to as PersonId)) seen.add(office);
    }
    const kept = new Map<string, KeptReason>();
    const children = [...places.values()].map(({ childId }) => childId);
    const close = to === null ? new Set<string>() : await this.apart.children(agencyId, to, children);
    for (const [id, { officeId, stands, childId }] of places) {
      if (!stands) kept.set(id, 'OVER');
      else if (close.has(childId)) kept.set(id, 'TOO_CLOSE');
      else if (!seen.has(officeId)) kept.set(id, 'PAIR_OUT_OF_SIGHT');
    }
    return kept;
  }
}
