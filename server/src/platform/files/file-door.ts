// The guard before files, as strict as the one before the root fields of GraphQL: refusals of a role are remembered.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { mayDo, type Actor, type PersonActor } from '../access/index.js';
import { AuditTrail, rememberRefusal } from '../audit-trail/index.js';
import { UnitOfWork } from '../database/index.js';
import type { ActorRequest } from '../graphql/index.js';

export type AccessError =
  { readonly code: 'UNAUTHENTICATED' } | { readonly code: 'FORBIDDEN'; readonly permission: Permission };
export type HeadError = { readonly code: 'CROSS_SITE_REFUSED' } | { readonly code: 'UNSUPPORTED_MEDIA_TYPE' };

@Injectable()
export class FileDoor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** The signed-in person, where they hold one of these permissions. `operation` names the address in the audit. */
  async admit(
    actor: Actor | undefined,
    permissions: readonly [Permission, ...Permission[]],
    operation: string,
  ): Promise<Result<PersonActor, AccessError>> {
    if (!actor) return err({ code: 'UNAUTHENTICATED' });
    if (actor.kind === 'person' && permissions.some((permission) => mayDo(actor, permission))) return ok(actor);
    const [permission] = permissions;
    const entry = { action: 'access.refused', subjectType: 'Operation', facts: { field: operation, permission } };
    await rememberRefusal(this.work, this.trail, actor, entry);
    return err({ code: 'FORBIDDEN', permission });
  }
}

/** A form of another site can send neither this header nor a raw body without asking first (CSRF). */
export const fromOurPages = (request: ActorRequest): boolean =>
  request.header('x-tongxing-client') !== undefined && request.header('sec-fetch-site') !== 'cross-site';

/** What is wrong with the head of an upload: it comes from our own pages, plain, and as one of these types. */
export function wrongHead(request: ActorRequest, types: RegExp): HeadError | undefined {
  if (!fromOurPages(request)) return { code: 'CROSS_SITE_REFUSED' };
  const plain = (request.header('content-encoding') ?? 'identity') === 'identity';
  return plain && types.test(request.header('content-type') ?? '') ? undefined : { code: 'UNSUPPORTED_MEDIA_TYPE' };
}

const LONGEST_NAME = 80;

/** The last part of a path, without control characters and what turns the direction of writing; `otherwise` where nothing is left. */
export function plainName(name: unknown, otherwise: string): string {
  const last = typeof name === 'string' ? (name.split(/[\\/]/).at(-1) ?? '') : '';
  const plain = last.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '');
  return [...plain.trim()].slice(-LONGEST_NAME).join('').replace(/^\.+/, '').trim() || otherwise;
}
