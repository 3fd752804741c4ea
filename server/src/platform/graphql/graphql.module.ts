// The one GraphQL endpoint: code-first schema, access checked before every root field.
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Response } from 'express';
import { enforceAccess } from '../access/index.js';
import { AuditTrail, rememberRefusal } from '../audit-trail/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { UnitOfWork } from '../database/index.js';
import type { ActorRequest, GraphqlContext } from './context.js';

export const graphqlModule = (): DynamicModule =>
  GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [CONFIG, UnitOfWork, AuditTrail],
    useFactory: (config: Config, work: UnitOfWork, trail: AuditTrail) => ({
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      transformSchema: enforceAccess,
      introspection: !config.production,
      graphiql: false,
      includeStacktraceInErrorResponses: false,
      context: ({ req, res }: { req: ActorRequest; res: Response }) => createContext(req, res, work, trail),
    }),
  });

function createContext(request: ActorRequest, response: Response, work: UnitOfWork, trail: AuditTrail): GraphqlContext {
  const { actor } = request;
  return {
    actor,
    request,
    response,
    loaders: new Map(),
    rememberRefusal: async (field, permission) => {
      if (!actor) return;
      const entry = { action: 'access.refused', subjectType: 'Operation', facts: { field, permission } };
      await rememberRefusal(work, trail, actor, entry);
    },
  };
}
