// A figure runs by hand, and long after the schema has moved on: each of its questions is asked of the schema here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { BATCHES, EVENTS, LISTS, MINE, PROPOSALS, ROWS } from './planted-questions.mjs';

const schema = buildSchema(readFileSync(join(process.cwd(), 'server', 'schema.graphql'), 'utf8'));
const problems = (question: string) => validate(schema, parse(question)).map(({ message }) => message);

it.each(Object.entries({ ...LISTS, BATCHES, EVENTS, MINE, PROPOSALS, ROWS }))(
  '%s is a question of the schema',
  (_, question) => {
    expect(problems(question)).toEqual([]);
  },
);

it('a field that went away is found', () => {
  expect(problems('{ importBatches { colour } }')).toHaveLength(1);
});
