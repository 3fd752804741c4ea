// A family of the demo is asked on the worker's device: guardian and child say yes to some groups and no to the others.
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { offerOf, type Audience, type DisclosurePurpose, type FieldGroup } from '@tongxing/shared/disclosure';
import { ConsentLedger } from '../disclosure/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Ids } from '../platform/clock/index.js';
import { must } from './must.js';

const STROKES = 'M12 40L24 18L36 44L48 16L60 40L78 26';
const YEAR = 365;

export interface DemoAsked {
  readonly childId: string;
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly yes: readonly FieldGroup[];
}

@Injectable()
export class DemoConsents {
  constructor(
    private readonly ledger: ConsentLedger,
    private readonly ids: Ids,
  ) {}

  async agree(worker: PersonActor, { childId, yes, ...about }: DemoAsked, today: LocalDate): Promise<void> {
    const until = addDays(today, YEAR);
    const text = await this.ledger.text(worker, about, until, 'zh-CN');
    const guardian = (await this.ledger.of(worker, childId))?.guardians[0];
    if (!text || !guardian) throw new Error('BUG: the demo asks a family that nobody speaks for');
    const asked = offerOf(about.purpose, about.audience)?.groups ?? [];
    const answers = asked.map((group) => ({ group, answer: yes.includes(group) ? ('YES' as const) : ('NO' as const) }));
    const said = { method: 'SIGNATURE' as const, signature: STROKES, answers };
    must(
      await this.ledger.give(worker, childId, {
        ...about,
        requestId: this.ids.next(),
        language: 'zh-CN',
        textHash: text.hash,
        readAloud: true,
        until,
        guardian: { ...said, guardianId: guardian.id },
        child: said,
        paperIds: [],
      }),
      'write a family’s word down',
    );
  }
}
