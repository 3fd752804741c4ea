// Adds to a request's log line which operation ran and how it came out, and measures it.
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { GraphqlContext } from '../graphql/context.js';
import { Metrics } from './metrics.js';
import { operationFacts } from './request-log.js';

const LONGEST_NAME = 64;
const MOST_OUTCOMES = 10;

@Plugin()
export class GraphqlLog implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly metrics: Metrics) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    const begun = performance.now();
    const { metrics } = this;
    let field = 'none';
    return {
      didResolveOperation: async ({ operation, contextValue }) => {
        if (!operation) return;
        field = firstField(operation);
        Object.assign(operationFacts(contextValue.request), {
          operation: operation.name?.value.slice(0, LONGEST_NAME) ?? field,
          operationKind: operation.operation,
        });
      },
      willSendResponse: async ({ response, contextValue }) => {
        const outcomes = response.body.kind === 'single' ? outcomesOf(response.body.singleResult) : [];
        operationFacts(contextValue.request).outcomes = outcomes;
        metrics.operationRan(field, outcomes[0] ?? 'ok', (performance.now() - begun) / 1000);
      },
    };
  }
}

/** The first root field: a word of the schema, unlike the operation's name and its aliases, which the client chooses. */
function firstField(operation: OperationDefinitionNode): string {
  const field = operation.selectionSet.selections.find((node) => node.kind === Kind.FIELD);
  return field?.name.value ?? 'fragment';
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: Record<string, unknown> }[];
}

/** Codes of errors, then the type names of root fields that asked for them: words of the code only. */
function outcomesOf({ data, errors }: Answer): string[] {
  const codes = (errors ?? []).map(({ extensions }) => word(extensions?.['code']) ?? 'ERROR');
  const types = Object.values(data ?? {}).flatMap((value) => typeName(value) ?? []);
  return [...codes, ...types].slice(0, MOST_OUTCOMES);
}

function typeName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && '__typename' in value ? word(value.__typename) : undefined;
}

/** An alias may put any text under the name __typename, but a type's name is never more than a word. */
const word = (value: unknown) => (typeof value === 'string' && /^[A-Za-z_]{1,60}$/.test(value) ? value : undefined);
