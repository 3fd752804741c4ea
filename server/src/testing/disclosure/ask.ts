// Sends operations as a reader's browser does, and keeps the answer's very bytes.
import type { GraphQLSchema } from 'graphql';
import type { Arguments } from './inputs.js';
import { operationText, questionsTo, type Field, type Question } from './operations.js';
import type { Reader } from './people.js';

export interface Answer {
  readonly text: string;
  readonly value: unknown;
  /** Code of the first error, or of a refusal that is a member of the result. */
  readonly code: string | undefined;
}

/** One root field of the schema with all that it can be asked for. */
export class Root {
  readonly questions: readonly Question[];

  constructor(
    schema: GraphQLSchema,
    readonly kind: 'query' | 'mutation',
    readonly field: Field,
  ) {
    this.questions = questionsTo(schema, kind, field);
  }

  /** Every root field, queries before what changes something. */
  static all(schema: GraphQLSchema): Root[] {
    const of = (kind: Root['kind'], fields: readonly Field[]) => fields.map((field) => new Root(schema, kind, field));
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    return [...of('query', queries), ...of('mutation', mutations)];
  }

  /** The widest question. */
  get question(): Question {
    const [first] = this.questions;
    if (!first) throw new Error(`BUG: nothing to ask ${this.field.name}`);
    return first;
  }

  text(args: Arguments, question: Question): string {
    return operationText(
      this.kind,
      this.field,
      Object.keys(args).filter((name) => name !== 'first'),
      question,
    );
  }
}

export class Asker {
  asked = 0;

  constructor(private readonly address: string) {}

  /** Asks; a session that an earlier operation has ended is opened again first. */
  async ask(reader: Reader, root: Root, args: Arguments, question = root.question): Promise<Answer> {
    const answer = await this.#send(reader, root, args, question);
    if (answer.code !== 'UNAUTHENTICATED' || !reader.enter) return answer;
    reader.cookie = await reader.enter();
    return this.#send(reader, root, args, question);
  }

  async #send(reader: Reader, root: Root, args: Arguments, question: Question): Promise<Answer> {
    this.asked += 1;
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(reader.cookie === '' ? {} : { cookie: reader.cookie }) },
      body: JSON.stringify({ query: root.text(args, question), variables: args }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as {
      data?: { answer?: unknown } | null;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    const value = data?.answer;
    const thrown = errors?.[0] && (errors[0].extensions?.code ?? errors[0].message);
    return { text, value, code: thrown ?? codeOf(value) };
  }
}

function codeOf(value: unknown): string | undefined {
  const { code, message } = (value ?? {}) as { code?: unknown; message?: unknown };
  return typeof code === 'string' && typeof message === 'string' ? code : undefined;
}
