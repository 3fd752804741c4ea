import { v7 } from 'uuid';
import type { Id } from '@tongxing/shared/kernel';

/** The only source of ids: UUIDv7, so that keys grow with time and sort by it. */
export class Ids {
  next<T extends Id<string>>(): T {
    return v7() as string as T;
  }
}
