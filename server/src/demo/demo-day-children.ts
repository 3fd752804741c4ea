// Children who said that they come to the demo's open activities: one of them through the mother, one who would rather not.
import { Injectable } from '@nestjs/common';
import { type LocalDate } from '@tongxing/shared/kernel';
import { Activities } from '../activities/index.js';
import { ChildrenPart } from '../attendance/index.js';
import { ChildrenRepository } from '../children/index.js';
import { rowsFor } from '../platform/access/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const WORDS = [
  { choice: 'SIGNED_UP', saidBy: 'CHILD' },
  { choice: 'SIGNED_UP', saidBy: 'GUARDIAN' },
  { choice: 'SIGNED_UP', saidBy: 'CHILD' },
  { choice: 'OPTED_OUT', saidBy: 'CHILD' },
] as const;
const NOTHING = { came: false, seemed: undefined, note: '', fetchedBy: '', face: undefined, words: '' };

@Injectable()
export class DemoDayChildren {
  constructor(
    private readonly activities: Activities,
    private readonly part: ChildrenPart,
    private readonly children: ChildrenRepository,
  ) {}

  /** At today's activity, and at the one that is open to volunteers. */
  async signUp({ worker }: DemoStaff, open: string, today: LocalDate): Promise<void> {
    const all = await this.children.all(rowsFor(worker, 'activity.withChildren'));
    const days = (await this.activities.between(worker.agencyId, today, today)).map(({ activity }) => activity.id);
    for (const activityId of [...days, open]) {
      for (const [at, words] of WORDS.entries()) {
        const child = all[at];
        if (child) must(await this.part.write(worker, activityId, child.id, { ...words, ...NOTHING }, 0), 'sign up');
      }
    }
  }
}
