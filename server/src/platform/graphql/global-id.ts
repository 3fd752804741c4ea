import { looksLikeId } from '@tongxing/shared/kernel';

/** The id that leaves the platform: opaque, and useless for another type. */
export const toGlobalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

/** The row id inside a global id of this type; undefined for any other text, so that it answers as a missing row. */
export function fromGlobalId(type: string, globalId: string): string | undefined {
  const [kind, id, ...rest] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  return kind === type && id !== undefined && rest.length === 0 && looksLikeId(id) ? id : undefined;
}

/** Type and row id inside any global id of ours; undefined for everything else. */
export function rowOf(globalId: unknown): { readonly type: string; readonly id: string } | undefined {
  if (typeof globalId !== 'string') return undefined;
  const [type, id] = Buffer.from(globalId, 'base64url').toString('utf8').split(':');
  return type && id !== undefined && looksLikeId(id) ? { type, id } : undefined;
}
