// Runs one operation: interpreted the first times, compiled to a function of its own once it is asked for again (ADR-0007).
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import {
  execute,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Measured } from './measure.js';
import { variableProblems } from './variable-problems.js';

type Variables = Readonly<Record<string, unknown>>;
export type RunOperation = (context: unknown, variables: Variables) => Promise<ExecutionResult> | ExecutionResult;

/** Uses after which compiling pays: a text that is sent once, by a person or an attacker, never costs a compilation. */
const COMPILED_FROM_USE = 3;

export function operationRunner(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  measured: Measured,
): RunOperation {
  const operationName = operation.name?.value;
  const mayCompile = canBeCompiled(operation, measured);
  let compiled: CompiledQuery | undefined;
  let uses = 0;

  const run: RunOperation = (contextValue, variableValues) => {
    if (compiled) return runCompiled(compiled, contextValue, variableValues);
    uses += 1;
    if (mayCompile && uses === COMPILED_FROM_USE) compiled = compile(schema, document, operationName);
    return execute({ schema, document, operationName, contextValue, variableValues });
  };

  const explain = (variables: Variables, result: ExecutionResult): ExecutionResult => {
    if (result.data !== undefined) return result;
    const errors = variableProblems(schema, operation, variables);
    return errors.length > 0 ? { errors } : result;
  };
  return (context, variables) => {
    const result = run(context, variables);
    return 'then' in result ? result.then((done) => explain(variables, done)) : explain(variables, result);
  };
}

function runCompiled(
  compiled: CompiledQuery,
  context: unknown,
  variables: Variables,
): Promise<ExecutionResult> | ExecutionResult {
  const result = compiled.query({}, context, variables);
  return 'then' in result ? result.then(withOwnErrors) : withOwnErrors(result);
}

/** The compiler's errors look like the library's, but lack what Apollo Server reads of them. */
function withOwnErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, path, originalError, extensions }) => new GraphQLError(message, { path, originalError, extensions }),
  );
  return { ...result, errors };
}

/**
 * The compiler differs from the specification where one fragment stands under two conditions, and where a variable that
 * was not given stands inside an object; it runs the fields of a mutation by rules of its own. Such operations, and
 * introspection, are interpreted. They are rare or small.
 */
function canBeCompiled(
  { operation }: OperationDefinitionNode,
  { usesConditions, nestsVariables, introspects }: Measured,
): boolean {
  return operation === OperationTypeNode.QUERY && !usesConditions && !nestsVariables && !introspects;
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledQuery | undefined {
  const compiled = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? compiled : undefined;
}
