// Something happens in an agency: its subscribers hear of it, and what is due by then is sent.
import type { AgencyId } from '@tongxing/shared/kernel';
import { UnitOfWork } from '../platform/database/index.js';
import { JobWorker, Outbox, type DomainEvents, type EventName } from '../platform/outbox/index.js';
import type { TestApp } from './test-app.js';

export async function happen<Name extends EventName>(
  { app }: TestApp,
  agencyId: AgencyId,
  name: Name,
  facts: DomainEvents[Name],
): Promise<void> {
  const actor = { kind: 'system' as const, agencyId, name: 'test' };
  await app.get(UnitOfWork).run(actor, () => app.get(Outbox).publish(name, facts));
  await app.get(JobWorker).drain();
}
