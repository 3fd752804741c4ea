// The whole application on a database of its own, spoken to as a client speaks: over HTTP.
import { rmSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../create-app.js';
import { FixedClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { createMigratedDatabase } from '../platform/testing/migrated-database.js';
import { testFolder } from '../platform/testing/test-folder.js';

/** For specs of starts that must be refused. */
export { createApp };

/** The day on which every test lives unless it moves the clock. */
export const TEST_NOW = '2026-11-22T02:00:00.000Z';

export interface GraphqlAnswer<T = Record<string, unknown>> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** A browser without a page: keeps its cookie, speaks GraphQL. */
export class TestClient {
  readonly #cookies = new Map<string, string>();

  constructor(readonly address: string) {}

  async graphql<T = Record<string, never>>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  /** The data of an operation that must not fail with a top-level error. */
  async data<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.graphql<T>(query, variables);
    if (answer.errors || !answer.data) throw new Error(`GraphQL failed: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  async fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const response = await fetch(`${this.address}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, ...(this.#cookies.size > 0 ? { cookie: this.#jar() } : {}) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair);
    }
    return response;
  }

  #jar(): string {
    return [...this.#cookies.values()].join('; ');
  }

  async signIn(identifier: string, password: string): Promise<string> {
    const mutation = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
    const data = await this.data<{ signIn: { __typename: string } }>(mutation, { i: { identifier, password } });
    return data.signIn.__typename;
  }
}

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly address: string;
  readonly clock: FixedClock;
  /** What it was started with, for a command that opens the same database. */
  readonly environment: Readonly<Record<string, string>>;
  client(): TestClient;
  stop(): Promise<void>;
}

/** Starts an empty platform; `environment` overrides configuration. The port is any free one where none is named. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createMigratedDatabase();
  const dataDir = testFolder('tongxing_test_data_');
  const clock = new FixedClock(TEST_NOW);
  const settings = {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO: 'false',
    LOG_LEVEL: 'silent',
    WORKERS: '0',
    ...environment,
  };
  const app = await createApp(readConfig(settings), clock);
  await app.listen(Number(environment['PORT'] ?? 0), '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const address = `http://127.0.0.1:${port}`;
  return {
    app,
    address,
    clock,
    environment: settings,
    client: () => new TestClient(address),
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
