// The address by which a kind of message is stopped without signing in: sealed, so that it can be neither made nor read.
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { AgencyId, PersonId } from '@tongxing/shared/kernel';
import { CHOSEN_KINDS } from '@tongxing/shared/rules';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import type { StoppedKinds } from '../preferences/preferences.js';
import type { Locale } from '../templates.js';

export interface Unsubscribe {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly kinds: StoppedKinds;
  /** Language of the mail, and so of the page. */
  readonly locale: Locale;
}

const PLACE = 'unsubscribe';
const LONGEST = 600;
const CONTENT = z.tuple([z.string(), z.string(), z.enum([...CHOSEN_KINDS, 'GATHERED']), z.enum(['zh-CN', 'en'])]);

@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly cipher: Cipher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  urlOf({ agencyId, personId, kinds, locale }: Unsubscribe): string {
    const token = this.cipher.seal(JSON.stringify([agencyId, personId, kinds, locale]), PLACE);
    return `${this.config.publicUrl}/u/${token}`;
  }

  /** Undefined for whatever this platform did not write, and where its key was put away long ago. */
  read(token: string): Unsubscribe | undefined {
    if (token.length > LONGEST) return undefined;
    try {
      const [agencyId, personId, kinds, locale] = CONTENT.parse(JSON.parse(this.cipher.open(token, PLACE)));
      return { agencyId: agencyId as AgencyId, personId: personId as PersonId, kinds, locale };
    } catch {
      return undefined;
    }
  }
}
