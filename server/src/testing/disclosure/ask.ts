// Sends operations as a reader's browser does, and keeps the answer's very bytes.
import { Agent, request } from 'node:http';
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
  /** Made once for all who ask: to find how deep one may ask takes longer than to ask. */
  static readonly #ofSchema = new WeakMap<GraphQLSchema, readonly Root[]>();
  readonly #texts = new Map<string, string>();
  #questions: readonly Question[] | undefined;

  private constructor(
    private readonly schema: GraphQLSchema,
    readonly kind: 'query' | 'mutation',
    readonly field: Field,
  ) {}

  /** Every root field, queries before what changes something. */
  static all(schema: GraphQLSchema): readonly Root[] {
    const known = this.#ofSchema.get(schema) ?? this.#make(schema);
    this.#ofSchema.set(schema, known);
    return known;
  }

  static #make(schema: GraphQLSchema): Root[] {
    const of = (kind: Root['kind'], fields: readonly Field[]) => fields.map((field) => new Root(schema, kind, field));
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    return [...of('query', queries), ...of('mutation', mutations)];
  }

  get questions(): readonly Question[] {
    return (this.#questions ??= questionsTo(this.schema, this.kind, this.field));
  }

  /** The widest question. */
  get question(): Question {
    const [first] = this.questions;
    if (!first) throw new Error(`BUG: nothing to ask ${this.field.name}`);
    return first;
  }

  text(args: Arguments, question: Question): string {
    const names = Object.keys(args).filter((name) => name !== 'first');
    const key = `${this.questions.indexOf(question)} ${names.join(' ')}`;
    const text = this.#texts.get(key) ?? operationText(this.kind, this.field, names, question);
    this.#texts.set(key, text);
    return text;
  }
}

export class Asker {
  asked = 0;
  readonly #lines = new Agent({ keepAlive: true });

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
    const text = await this.#post(reader.cookie, JSON.stringify({ query: root.text(args, question), variables: args }));
    const { data, errors } = JSON.parse(text) as {
      data?: { answer?: unknown } | null;
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    const value = data?.answer;
    const thrown = errors?.[0] && (errors[0].extensions?.code ?? errors[0].message);
    return { text, value, code: thrown ?? codeOf(value) };
  }

  /** Over a line that stays open, without what `fetch` would do around it: there are thousands of cases. */
  #post(cookie: string, body: string): Promise<string> {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', agent: this.#lines, headers: cookie === '' ? headers : { ...headers, cookie } };
      const sent = request(`${this.address}/graphql`, options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function codeOf(value: unknown): string | undefined {
  const { code, message } = (value ?? {}) as { code?: unknown; message?: unknown };
  return typeof code === 'string' && typeof message === 'string' ? code : undefined;
}
