// The ground that every module stands on, as injectable parts.
import {
  Global,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { Access } from './access/index.js';
import { anchorSeal, AuditAnchor, AuditTrail, FileAnchor, SensitiveReads } from './audit-trail/index.js';
import { ActorDirectory, Logins, Sessions, SignIn, Throttles } from './auth/index.js';
import { Clock, Ids } from './clock/index.js';
import { CONFIG, type Config } from './config/index.js';
import { Cipher } from './crypto/index.js';
import { CountedOnce, Database, UnitOfWork, type EntityClass, type Turns } from './database/index.js';
import { MIGRATIONS } from './database/migrations/index.js';
import { KeyStore } from './keys/index.js';
import { keyProviders } from './keys/key-providers.js';
import { InstantScalar, LocalDateScalar } from './graphql/index.js';
import { Log } from './observability/index.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly entities: readonly EntityClass[];
  /** For a process beside the server that answers requests. */
  readonly turns?: Turns | undefined;
}

/** Closes the database and the key store last, when no request can come any more. */
@Injectable()
class DatabaseLifecycle implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyStore,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.keys.close();
  }
}

/** Anchors what a start finds, and on the way out what still waits. */
@Injectable()
class AnchorLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly anchor: AuditAnchor) {}

  onApplicationBootstrap(): Promise<void> {
    return this.anchor.begin();
  }

  onApplicationShutdown(): Promise<void> {
    return this.anchor.flush();
  }
}

@Global()
@Module({})
export class PlatformModule {
  static with(options: PlatformOptions): DynamicModule {
    const providers = [...values(options), ...services()];
    return {
      module: PlatformModule,
      providers: [...providers, DatabaseLifecycle, AnchorLifecycle, LocalDateScalar, InstantScalar],
      exports: providers,
    };
  }
}

function values({ config, clock, entities, turns }: PlatformOptions): Provider[] {
  return [
    { provide: CONFIG, useValue: config },
    { provide: Clock, useValue: clock },
    { provide: Ids, useFactory: () => new Ids() },
    ...keyProviders(config, clock),
    {
      provide: Database,
      useFactory: () => Database.open({ url: config.databaseUrl, entities, migrations: MIGRATIONS, turns }),
    },
  ];
}

function services(): Provider[] {
  return [
    { provide: Access, useFactory: () => new Access() },
    {
      provide: AuditAnchor,
      useFactory: (database: Database, clock: Clock, cipher: Cipher, config: Config) => {
        const log = new Log(config.logLevel);
        const target = new FileAnchor(config.anchorDir, anchorSeal(cipher));
        return new AuditAnchor(database, clock, target, (problem) => log.error(problem));
      },
      inject: [Database, Clock, Cipher, CONFIG],
    },
    {
      provide: SensitiveReads,
      useFactory: (work: UnitOfWork, trail: AuditTrail) => new SensitiveReads(work, trail),
      inject: [UnitOfWork, AuditTrail],
    },
    { provide: UnitOfWork, useFactory: (database: Database) => new UnitOfWork(database), inject: [Database] },
    { provide: CountedOnce, useFactory: (database: Database) => new CountedOnce(database), inject: [Database] },
    {
      provide: AuditTrail,
      useFactory: (database: Database, clock: Clock, ids: Ids, anchor: AuditAnchor) =>
        new AuditTrail(database, clock, ids, anchor),
      inject: [Database, Clock, Ids, AuditAnchor],
    },
    {
      provide: Logins,
      useFactory: (database: Database, cipher: Cipher, clock: Clock, ids: Ids) =>
        new Logins(database, cipher, clock, ids),
      inject: [Database, Cipher, Clock, Ids],
    },
    {
      provide: Throttles,
      useFactory: (database: Database, work: UnitOfWork, cipher: Cipher, clock: Clock) =>
        new Throttles({ database, work, cipher, clock }),
      inject: [Database, UnitOfWork, Cipher, Clock],
    },
    {
      provide: SignIn,
      useFactory: (logins: Logins, throttles: Throttles) => new SignIn(logins, throttles),
      inject: [Logins, Throttles],
    },
    {
      provide: Sessions,
      useFactory: (
        database: Database,
        work: UnitOfWork,
        cipher: Cipher,
        clock: Clock,
        ids: Ids,
        directory: ActorDirectory,
      ) => new Sessions(database, work, cipher, clock, ids, directory),
      inject: [Database, UnitOfWork, Cipher, Clock, Ids, ActorDirectory],
    },
  ];
}
