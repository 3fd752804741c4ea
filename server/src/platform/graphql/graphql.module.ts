// The one GraphQL endpoint: code-first schema, access checked before every root field.
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Response } from 'express';
import { enforceAccess } from '../access/index.js';
import { AuditTrail, rememberRefusal } from '../audit-trail/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import { Log, LogBugReporter, Metrics } from '../observability/index.js';
import { readManifest } from './allow-list.js';
import { BugReporter } from './bug-reporter.js';
import type { ActorRequest, GraphqlContext } from './context.js';
import { FrontDoorDriver, MANIFEST } from './driver.js';
import { maskErrors } from './mask-errors.js';

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
];

/** `parts` replaces the bug reporter and the manifest of operations, as tests do. */
export const graphqlModule = (parts: readonly Provider[] = PARTS): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: FrontDoorDriver,
    imports: [{ module: GraphqlPartsModule, providers: [...parts], exports: [...parts] }],
    inject: [CONFIG, UnitOfWork, AuditTrail, BugReporter],
    useFactory: (config: Config, work: UnitOfWork, trail: AuditTrail, bugs: BugReporter) => ({
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: enforceAccess,
      introspection: !config.production,
      graphiql: false,
      csrfPrevention: { requestHeaders: ['x-tongxing-client'] },
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: config.production,
      autoTransformHttpErrors: false,
      formatError: maskErrors(bugs),
      plugins: quietPlugins(),
      context: ({ req, res }: { req: ActorRequest; res: Response }) => createContext(req, res, work, trail),
    }),
  });

/** Nothing is reported to anybody, and no answer of ours is cacheable (its plugin would wrap every field). */
const quietPlugins = () => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

function createContext(
  request: ActorRequest,
  response: Response,
  work: UnitOfWork,
  trail: AuditTrail,
): GraphqlContext & { readonly req: ActorRequest } {
  const { actor } = request;
  return {
    actor,
    request,
    // Nest looks for the request under this name, and copies the context where it is missing.
    req: request,
    response,
    loaders: new Map(),
    rememberRefusal: async (field, permission) => {
      if (!actor) return;
      const entry = { action: 'access.refused', subjectType: 'Operation', facts: { field, permission } };
      await rememberRefusal(work, trail, actor, entry);
    },
  };
}
