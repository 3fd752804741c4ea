// Apollo Server behind our front door: documents prepared once, operations compiled (ADR-0007).
import { ApolloServer, type ApolloServerOptions, type BaseContext } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaBuilder } from '@nestjs/graphql/dist/graphql-schema.builder.js';
import { ResolversExplorerService } from '@nestjs/graphql/dist/services/resolvers-explorer.service.js';
import { lexicographicSortSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Server } from 'node:http';
import { CONFIG, type Config } from '../config/index.js';
import { AllowList, type Manifest } from './allow-list.js';
import { BugReporter, newReference } from './bug-reporter.js';
import { connectResolvers, type ResolversByType } from './connect-resolvers.js';
import type { GraphqlContext } from './context.js';
import { ContextFactory } from './context-factory.js';
import { Documents } from './documents.js';
import { Endpoint } from './endpoint.js';
import { FrontDoor } from './front-door.js';
import { inFront } from './in-front.js';
import { heldBack } from './note-reads.js';
import { plainFields } from './plain-fields.js';
import { quietTypes } from './quiet-types.js';
import { RequestActors } from './request-actors.js';

export const MANIFEST = Symbol('Manifest');
const HASH_LENGTH = 64;
/** It comes through the gateway. */
const NO_SCHEMA = { schema: undefined, typeDefs: undefined, resolvers: undefined } as const;

type Gateway = NonNullable<Extract<ApolloServerOptions<BaseContext>, { gateway: object }>['gateway']>;
type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

@Injectable()
export class FrontDoorDriver extends ApolloDriver {
  constructor(
    modules: ModulesContainer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MANIFEST) private readonly manifest: Manifest,
    private readonly bugs: BugReporter,
    private readonly actors: RequestActors,
    private readonly contexts: ContextFactory,
    private readonly builder: GraphQLSchemaBuilder,
    private readonly resolvers: ResolversExplorerService,
  ) {
    super(modules);
  }

  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const schema = (await this.builder.build(true, options, this.resolvers.getAllCtors())) as GraphQLSchema;
    connectResolvers(schema, this.resolvers.explore() as ResolversByType);
    return lexicographicSortSchema((await options.transformSchema?.(schema)) ?? schema);
  }

  protected override async registerExpress(options: ApolloDriverConfig): Promise<void> {
    const { schema, path = '/graphql' } = options;
    if (!schema) throw new Error('BUG: no schema to serve');
    quietTypes(schema, this.bugs);
    plainFields(schema);
    const documents = new Documents(schema, { production: this.config.production });
    const door = new FrontDoor(documents, new AllowList(this.manifest, this.config.allowList));
    const server = this.httpAdapterHost.httpAdapter.getHttpServer() as Server;
    this.apolloServer = new ApolloServer({
      ...options,
      ...NO_SCHEMA,
      gateway: gatewayTo(schema, documents, this.bugs),
      documentStore: storeOf(documents),
      plugins: [...(options.plugins ?? []), ApolloServerPluginDrainHttpServer({ httpServer: server })],
    });
    await this.apolloServer.start();
    const create = this.contexts.create.bind(this.contexts);
    const endpoint = new Endpoint(this.apolloServer, door, this.actors, create, this.bugs);
    inFront(server, (next) => endpoint.listener(path, next));
  }
}

/** Apollo Server's place for an executor of one's own. */
function gatewayTo(schema: GraphQLSchema, documents: Documents, bugs: BugReporter): Gateway {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, context }) => {
          const run = documents.ofDocument(document)?.runner(request.operationName);
          if (!run) throw new Error('BUG: an operation came past the front door');
          const report = (error: unknown) => bugs.report({ reference: newReference(), error });
          return heldBack(await run(context, request.variables ?? {}), context as GraphqlContext, report);
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Hands Apollo Server the document that the front door prepared, so that it neither parses nor validates again. */
function storeOf(documents: Documents): DocumentStore {
  return {
    get: (key): Promise<DocumentNode | undefined> =>
      Promise.resolve(documents.ofHash(key.slice(-HASH_LENGTH))?.document),
    set: () => Promise.resolve(),
    delete: () => Promise.resolve(false),
  };
}
