// How the ring and the data keys stand, for whoever looks after them: names and counts, nothing that opens anything.
import { parseLocalDate, type LocalDate } from '@tongxing/shared/kernel';
import type { RingSource } from '../crypto/index.js';
import type { KeyStore } from './key-store.js';

export interface RingKeyStanding {
  readonly name: string;
  /** The day that its name tells, or on which the platform began; undefined where neither is known. */
  readonly since: LocalDate | undefined;
}
export interface KeysStanding {
  /** The newest first: it seals. */
  readonly ring: readonly RingKeyStanding[];
  /** Data keys that an older key of the ring still wraps. */
  readonly notRewrapped: number;
  /** Data keys that no key of the ring opens. */
  readonly closed: number;
}

export class KeyStanding {
  constructor(
    private readonly store: KeyStore,
    private readonly ring: RingSource,
  ) {}

  async now(): Promise<KeysStanding> {
    const names = this.ring.current().keys.map(({ name }) => name);
    const counts = await this.store.countByRingKey();
    const began = (await this.store.beganAt())?.slice(0, 10);
    const amount = (wanted: (name: string) => boolean) =>
      [...counts].reduce((sum, [name, total]) => (wanted(name) ? sum + total : sum), 0);
    return {
      ring: names.map((name, index) => ({
        name,
        since: dayOf(name) ?? (index === names.length - 1 ? dated(began) : undefined),
      })),
      notRewrapped: amount((name) => names.indexOf(name) > 0),
      closed: amount((name) => !names.includes(name)),
    };
  }
}

/** `k20261122T…` and `k2026-11-22-…`: the day on which the key was made. */
function dayOf(name: string): LocalDate | undefined {
  const [, year, month, day] = /^k(\d{4})-?(\d{2})-?(\d{2})/.exec(name) ?? [];
  return year === undefined ? undefined : dated(`${year}-${month ?? ''}-${day ?? ''}`);
}

const dated = (text: string | undefined): LocalDate | undefined =>
  text === undefined ? undefined : parseLocalDate(text);
