// Parsed, measured, validated and compiled operations: done once a text, kept while they are used.
import { createHash } from 'node:crypto';
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { operationRunner, type RunOperation } from './compiled-operation.js';
import { LIMITS } from './limits.js';
import { measure, type Measured, type PageVariable } from './measure.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { withoutValues } from './without-values.js';

/** A document that may run. */
export interface PreparedDocument extends Measured {
  /** SHA-256 of its text, the key under which Apollo Server looks for it. */
  readonly hash: string;
  readonly document: DocumentNode;
  /** Undefined where the document has no operation of this name, or several and none was named. */
  runner(operationName: string | null | undefined): RunOperation | undefined;
}

/** Text of all kept documents together; a parsed one takes some thirty times as much memory. */
const KEPT_CHARACTERS = 1_000_000;

export interface DocumentsOptions {
  /** Answers nothing that would tell of the schema: no introspection, no hints at names. */
  readonly production: boolean;
}

export class Documents {
  readonly #byText = new Map<string, PreparedDocument>();
  readonly #byHash = new Map<string, PreparedDocument>();
  readonly #byDocument = new WeakMap<DocumentNode, PreparedDocument>();
  #kept = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: DocumentsOptions,
  ) {}

  /** The document of a text, or why it may not run. */
  prepare(text: string): PreparedDocument | Refusal {
    const known = this.#byText.get(text);
    if (known) return this.#use(text, known);
    const document = parsed(text);
    if (isRefusal(document)) return document;
    const measured = measure(document, this.schema);
    if (isRefusal(measured)) return measured;
    const invalid = this.#validate(document);
    return invalid ?? this.#keep(text, document, measured);
  }

  ofHash(hash: string): PreparedDocument | undefined {
    return this.#byHash.get(hash);
  }

  ofDocument(document: DocumentNode): PreparedDocument | undefined {
    return this.#byDocument.get(document);
  }

  #validate(document: DocumentNode): Refusal | undefined {
    const rules = this.options.production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
    const problems = validate(this.schema, document, rules, { maxErrors: 5 });
    if (problems.length === 0) return undefined;
    return {
      refused: true,
      status: 400,
      errors: problems.map((problem) => this.#told(problem, 'GRAPHQL_VALIDATION_FAILED')),
    };
  }

  #told(problem: GraphQLError, code: string) {
    const told = withoutValues(code, problem.message);
    const message = this.options.production ? told.replace(/ Did you mean .*$/s, '') : told;
    return { message, locations: problem.locations, extensions: { code } };
  }

  #keep(text: string, document: DocumentNode, measured: Measured): PreparedDocument {
    const runners = new Map<string, RunOperation | undefined>();
    const prepared: PreparedDocument = {
      ...measured,
      hash: createHash('sha256').update(text).digest('hex'),
      document,
      runner: (operationName) => {
        const key = operationName ?? '';
        if (!runners.has(key)) {
          const operation = getOperationAST(document, operationName);
          runners.set(key, operation ? operationRunner(this.schema, document, operation, measured) : undefined);
        }
        return runners.get(key);
      },
    };
    this.#byText.set(text, prepared);
    this.#byHash.set(prepared.hash, prepared);
    this.#byDocument.set(document, prepared);
    this.#kept += text.length;
    this.#forgetOldest();
    return prepared;
  }

  #use(text: string, prepared: PreparedDocument): PreparedDocument {
    // Only once the store is half full does it matter which is the oldest.
    if (this.#kept > KEPT_CHARACTERS / 2) {
      this.#byText.delete(text);
      this.#byText.set(text, prepared);
    }
    return prepared;
  }

  #forgetOldest(): void {
    for (const [text, { hash }] of this.#byText) {
      if (this.#kept <= KEPT_CHARACTERS) return;
      this.#byText.delete(text);
      this.#byHash.delete(hash);
      this.#kept -= text.length;
    }
  }
}

/** Refuses a page longer than the limit where a variable says how long. */
export function longPage(
  variables: readonly PageVariable[],
  given: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  const long = variables.some(({ name, fallback }) => Number(given[name] ?? fallback ?? 0) > LIMITS.page);
  if (!long) return undefined;
  return refuse(400, 'LIST_TOO_LARGE', `Ask for at most ${LIMITS.page} at once, then for the next page.`, {
    limit: LIMITS.page,
  });
}

function parsed(text: string): (DocumentNode & { refused?: never }) | Refusal {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (problem) {
    if (!(problem instanceof GraphQLError)) throw problem;
    if (problem.message.includes('Parsing aborted')) {
      return refuse(400, 'TOO_MANY_TOKENS', `Write at most ${LIMITS.tokens} words and signs; split the query.`, {
        limit: LIMITS.tokens,
      });
    }
    const code = 'GRAPHQL_PARSE_FAILED';
    const message = withoutValues(code, problem.message);
    const { locations } = problem;
    return {
      refused: true,
      status: 400,
      errors: [{ message, locations, extensions: { code } }],
    };
  }
}
