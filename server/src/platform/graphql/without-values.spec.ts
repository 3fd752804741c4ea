import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { withoutValues } from './without-values.js';

const SECRET = '欧阳雨13800138000';
const schema = buildSchema(`
  enum Word { ONE TWO }
  input Wish { count: Int! word: Word }
  type Query { list(first: Int, text: String, flag: Boolean, id: ID, part: Float, word: Word, wish: Wish): Int }
`);

const validated = (operation: string): string[] =>
  validate(schema, parse(operation)).map(({ message }) => withoutValues('GRAPHQL_VALIDATION_FAILED', message));
function parsed(operation: string): string {
  try {
    parse(operation);
  } catch (error) {
    if (error instanceof GraphQLError) return withoutValues('GRAPHQL_PARSE_FAILED', error.message);
  }
  throw new Error('it can be parsed');
}

describe('an error about an operation repeats nothing that was sent', () => {
  it.each([
    `{ list(first: "${SECRET}") }`,
    `{ list(text: { name: "${SECRET}" }) }`,
    `{ list(flag: "${SECRET}") }`,
    `{ list(id: ["${SECRET}"]) }`,
    `{ list(part: "${SECRET}") }`,
    `{ list(word: "${SECRET}") }`,
    `{ list(wish: "${SECRET}") }`,
    `{ list(wish: { count: "${SECRET}", word: ONE }) }`,
    `query ($n: Int = "${SECRET}") { list(first: $n) }`,
  ])('as in %s', (operation) => {
    const messages = validated(operation);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).not.toMatch(/欧阳雨|13800138000/);
  });

  it.each([`{ list(first: ) "${SECRET}" }`, `"${SECRET}"`, `{ ${SECRET} }`, `{ list 13800138000 }`, `{ "${SECRET} `])(
    'as in %s',
    (operation) => {
      expect(parsed(operation)).not.toMatch(/欧阳雨|13800138000/);
    },
  );

  it('but says what would be right', () => {
    expect(validated(`{ list(first: "${SECRET}") }`)).toEqual(['Int cannot represent non-integer value.']);
    expect(validated('{ nothing }')).toEqual(['Cannot query field "nothing" on type "Query".']);
    expect(parsed('{ list ')).toBe('Syntax Error: Expected Name, found <EOF>.');
  });
});
