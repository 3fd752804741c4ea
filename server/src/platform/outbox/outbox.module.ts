// The outbox and its jobs, as injectable parts.
import { Global, Module, type Provider } from '@nestjs/common';
import { Clock, Ids } from '../clock/index.js';
import { Cipher } from '../crypto/index.js';
import { Database } from '../database/index.js';
import { Outbox } from './outbox.js';
import { WakeUp } from './wake-up.js';

const PARTS: Provider[] = [
  WakeUp,
  {
    provide: Outbox,
    useFactory: (database: Database, cipher: Cipher, clock: Clock, ids: Ids, wakeUp: WakeUp) =>
      new Outbox(database, cipher, clock, ids, wakeUp),
    inject: [Database, Cipher, Clock, Ids, WakeUp],
  },
];

@Global()
@Module({ providers: PARTS, exports: PARTS })
export class OutboxModule {}
