// Seats at activities: volunteers are told of theirs, a worker of one that became free.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { toGlobalId } from '../platform/graphql/index.js';
import { JobHandlers } from '../platform/outbox/index.js';
import { Notifier } from './notifier.js';
import { Recipients } from './recipients.js';

const OWN_ACTIVITIES = '/volunteer/activities';

@Injectable()
export class SeatSubscriptions implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly recipients: Recipients,
    private readonly notifier: Notifier,
  ) {}

  onModuleInit(): void {
    const { handlers, recipients, notifier } = this;
    handlers.on('SeatsPublished', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'seatsPublished', { context, path: OWN_ACTIVITIES });
    });
    handlers.on('SeatsEnded', async ({ personIds }, context) => {
      const volunteers = await recipients.of(context.agencyId, [...personIds]);
      await notifier.tell(volunteers, 'seatsEnded', { context, path: OWN_ACTIVITIES });
    });
    handlers.on('ActivityMoved', async ({ activityId, workerIds, guests }, context) => {
      const { agencyId } = context;
      const path = `/agency/activities/${toGlobalId('Activity', activityId)}`;
      const workers = await recipients.of(agencyId, [...workerIds]);
      await notifier.tell(workers, 'activityMovedInCharge', { context, path });
      for (const { personIds, path: own } of guests) {
        const told = await recipients.of(agencyId, [...personIds]);
        await notifier.tell(told, 'activityMoved', { context, path: own });
      }
    });
    handlers.on('SeatDeclined', async ({ workerPersonId, month }, context) => {
      const worker = await recipients.of(context.agencyId, [workerPersonId]);
      await notifier.tell(worker, 'seatDeclined', { context, path: `/agency/staffing?month=${month}` });
    });
  }
}
