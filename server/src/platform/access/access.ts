// `access.require(actor, permission, ids)`: who may touch which rows, asked by whoever has ids and no query of its own.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import { resourceOf, type Permission, type Resource } from '@tongxing/shared/permissions';
import { mayDo, type Actor } from './actor.js';

/** The rows of one resource, told by the module that keeps them (its `*.access.ts`). */
export interface RowSource {
  readonly resource: Resource;
  /** Those of these ids that the actor may touch by a permission; the empty set for whatever is not known. */
  touchable(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

@Injectable()
export class Access {
  readonly #sources = new Map<Resource, RowSource>();

  register(source: RowSource): void {
    if (this.#sources.has(source.resource)) throw new Error(`BUG: two sources tell the rows of ${source.resource}`);
    this.#sources.set(source.resource, source);
  }

  /** Those of these ids that the actor may touch; none without the permission, and none that nobody vouches for. */
  async allowed(actor: Actor, permission: Permission, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0 || (actor.kind !== 'system' && !mayDo(actor, permission))) return new Set();
    const source = this.#sources.get(resourceOf(permission));
    return source ? source.touchable(actor, permission, [...new Set(ids)]) : new Set();
  }

  /** All of them, or the answer that a missing one gets: which of them it was is not told. */
  async require(
    actor: Actor,
    permission: Permission,
    ids: readonly string[],
  ): Promise<Result<true, { readonly code: 'NOT_FOUND' }>> {
    const allowed = await this.allowed(actor, permission, ids);
    return ids.every((id) => allowed.has(id)) ? ok(true as const) : err({ code: 'NOT_FOUND' as const });
  }
}
