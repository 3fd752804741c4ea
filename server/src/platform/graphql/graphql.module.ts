// The one GraphQL endpoint: code-first schema, access checked before every root field.
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { enforceAccess } from '../access/index.js';
import { Sessions } from '../auth/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Log, LogBugReporter, Metrics } from '../observability/index.js';
import { readManifest } from './allow-list.js';
import { BugReporter } from './bug-reporter.js';
import { ContextFactory } from './context-factory.js';
import { FrontDoorDriver, MANIFEST } from './driver.js';
import { maskErrors } from './mask-errors.js';
import { noteReads } from './note-reads.js';
import { RequestActors, SessionActors } from './request-actors.js';

@Global()
@Module({})
class GraphqlPartsModule {}

const PARTS: Provider[] = [
  {
    provide: BugReporter,
    useFactory: (log: Log, metrics: Metrics) => new LogBugReporter(log, metrics),
    inject: [Log, Metrics],
  },
  { provide: MANIFEST, useFactory: () => readManifest() },
  { provide: RequestActors, useFactory: (sessions: Sessions) => new SessionActors(sessions), inject: [Sessions] },
];

/** `parts` replaces the bug reporter, the manifest of operations and who asks, as tests do. */
export const graphqlModule = (parts: readonly Provider[] = PARTS): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: FrontDoorDriver,
    imports: [
      { module: GraphqlPartsModule, providers: [...parts, ContextFactory], exports: [...parts, ContextFactory] },
    ],
    inject: [CONFIG, BugReporter],
    useFactory: (config: Config, bugs: BugReporter) => ({
      path: '/graphql',
      autoSchemaFile: true,
      // Apollo Server asserts that the schema holds; Nest's way, a whole introspection, would make each start wait.
      buildSchemaOptions: { skipCheck: true },
      sortSchema: true,
      transformSchema: (schema) => noteReads(enforceAccess(schema)),
      introspection: !config.production,
      graphiql: false,
      csrfPrevention: { requestHeaders: ['x-tongxing-client'] },
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: config.production,
      autoTransformHttpErrors: false,
      formatError: maskErrors(bugs),
      plugins: quietPlugins(),
    }),
  });

/** Nothing is reported to anybody, and no answer of ours is cacheable (its plugin would wrap every field). */
const quietPlugins = () => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
