// Who lives where, counted by area. `people` knows its volunteers; other modules add whom they know.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';

/** How many by the area's code; whoever has no area is not counted. */
export type CountByArea = (agencyId: AgencyId) => Promise<ReadonlyMap<string, number>>;

@Injectable()
export class AreaContents {
  readonly #parts: CountByArea[] = [];

  add(count: CountByArea): void {
    this.#parts.push(count);
  }

  async counts(agencyId: AgencyId): Promise<ReadonlyMap<string, number>> {
    const all = new Map<string, number>();
    for (const part of this.#parts) {
      for (const [code, count] of await part(agencyId)) all.set(code, (all.get(code) ?? 0) + count);
    }
    return all;
  }
}
