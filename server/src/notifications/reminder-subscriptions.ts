// What people are told of what ends: to the volunteer each step, to those beside them once a day how many.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@tongxing/shared/kernel';
import { JobHandlers } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

const RENEWALS = '/agency/renewals';

@Injectable()
export class ReminderSubscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    this.handlers.on('ReminderDue', async ({ personId, kind, step, lastDay, path }, context) => {
      const one = await this.recipients.of(context.agencyId, [personId]);
      const words = { kind, day: lastDay, step: String(step) };
      // Whoever is told together with other things hears of it the day before it ends, and not after.
      const usefulUntil = addDays(lastDay, -1);
      await this.notifier.tell(one, 'reminderDue', { context, path, usefulUntil }, words);
    });
    this.handlers.on('RemindersGathered', async ({ personId, ending, ended }, context) => {
      const one = await this.recipients.of(context.agencyId, [personId]);
      const words = { ending: String(ending), ended: String(ended) };
      await this.notifier.tell(one, 'remindersGathered', { context, path: RENEWALS }, words);
    });
  }
}
