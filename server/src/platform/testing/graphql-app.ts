// The platform with resolvers of a test's own, over HTTP: the same front door, driver and guards, no domain.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AgencyId, LoginId, PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import type { IncomingMessage } from 'node:http';
import { personActor, type PersonActor } from '../access/index.js';
import { AuditEvent, AuditHead } from '../audit-trail/index.js';
import { ActorDirectory, Login, Session, Throttle } from '../auth/index.js';
import { FixedClock } from '../clock/index.js';
import { readConfig } from '../config/index.js';
import { readManifest } from '../graphql/allow-list.js';
import { BugReporter, RequestActors, type Bug } from '../graphql/index.js';
import { MANIFEST } from '../graphql/driver.js';
import { graphqlModule } from '../graphql/graphql.module.js';
import { Log } from '../observability/index.js';
import { PlatformModule } from '../platform.module.js';
import { createMigratedDatabase } from './migrated-database.js';

class NobodyDirectory extends ActorDirectory {
  override personActor(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  override guardianActor(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

const SURROUNDINGS: Provider[] = [
  { provide: ActorDirectory, useClass: NobodyDirectory },
  { provide: Log, useFactory: () => new Log('silent') },
];

@Global()
@Module({ providers: SURROUNDINGS, exports: SURROUNDINGS })
class DirectoryModule {}

class KeptBugs extends BugReporter {
  readonly bugs: Bug[] = [];

  override report(bug: Bug): void {
    this.bugs.push(bug);
  }
}

class ActorsOfHeader extends RequestActors {
  override actorOf({ headers }: IncomingMessage): Promise<PersonActor | undefined> {
    const role = headers['x-test-role'];
    return Promise.resolve(typeof role === 'string' ? actorOf(role as Role) : undefined);
  }
}

export interface GraphqlTestApp {
  readonly app: NestExpressApplication;
  readonly address: string;
  /** What was reported so far. */
  readonly bugs: readonly Bug[];
  post(body: unknown, headers?: Record<string, string>): Promise<Posted>;
  stop(): Promise<void>;
}

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors: readonly PostedError[];
  /** Code of the first error. */
  readonly code: unknown;
}

interface PostedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface GraphqlTestOptions {
  readonly resolvers: readonly Type[];
  readonly environment?: Record<string, string>;
  /** Operations by the SHA-256 of their text. */
  readonly manifest?: Record<string, string>;
}

/** Who asks is named by the header `x-test-role`; nobody where it is missing. */
export async function startGraphqlApp({
  resolvers,
  environment = {},
  manifest = {},
}: GraphqlTestOptions): Promise<GraphqlTestApp> {
  const database = await createMigratedDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'tongxing_test_data_'));
  const file = join(dataDir, 'operations.json');
  writeFileSync(file, JSON.stringify(manifest));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    WORKERS: '0',
    ...environment,
  });
  const clock = new FixedClock('2026-11-22T02:00:00.000Z');
  const platform = PlatformModule.with({ config, clock, entities: [Login, Session, Throttle, AuditEvent, AuditHead] });
  const kept = new KeptBugs();
  const options = { bodyParser: false, abortOnError: false, logger: false } as const;
  const module = testModule(platform, resolvers, [
    { provide: BugReporter, useValue: kept },
    { provide: MANIFEST, useValue: readManifest([file]) },
    { provide: RequestActors, useClass: ActorsOfHeader },
  ]);
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  const stop = async () => {
    await app.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  return { app, address, bugs: kept.bugs, stop, post: (body, headers) => post(address, body, headers) };
}

function testModule(platform: DynamicModule, resolvers: readonly Type[], parts: readonly Provider[]): DynamicModule {
  @Module({})
  class TestModule {}
  return { module: TestModule, imports: [platform, DirectoryModule, graphqlModule(parts)], providers: [...resolvers] };
}

const actorOf = (role: Role): PersonActor =>
  personActor(
    {
      agencyId: '00000000-0000-7000-8000-000000000001' as AgencyId,
      personId: '00000000-0000-7000-8000-000000000002' as PersonId,
      loginId: '00000000-0000-7000-8000-000000000003' as LoginId,
      sessionId: '00000000-0000-7000-8000-000000000004',
    },
    [{ role }],
  );

async function post(address: string, body: unknown, headers: Record<string, string> = {}): Promise<Posted> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: PostedError[] };
  const errors = answer.errors ?? [];
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: answer.data,
    errors,
    code: errors[0]?.extensions?.['code'],
  };
}
