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
    this.handlers.on('ReminderDue', async ({ personId, kind, step, lastDay, path, numbers }, context) => {
      const one = await this.recipients.of(context.agencyId, [personId]);
      const words = { kind, day: lastDay, step: String(step) };
      // Whoever is told together with other things hears of it the day before it ends, and not after.
      const usefulUntil = addDays(lastDay, -1);
      const about = { context, path, usefulUntil };
      if (numbers) {
        const { people, joined, waiting } = numbers;
        const counts = { people: String(people), joined: String(joined), waiting: String(waiting) };
        return this.notifier.tell(one, 'teamRosterDue', about, { day: lastDay, ...counts });
      }
      const template = kind === 'TEAM_DAY' || kind === 'TEAM_DAY_CHECK' ? 'teamDayDue' : 'reminderDue';
      await this.notifier.tell(one, template, about, words);
    });
    this.handlers.on('RemindersGathered', async ({ personId, ending, ended }, context) => {
      const one = await this.recipients.of(context.agencyId, [personId]);
      const words = { ending: String(ending), ended: String(ended) };
      await this.notifier.tell(one, 'remindersGathered', { context, path: RENEWALS }, words);
    });
  }
}
