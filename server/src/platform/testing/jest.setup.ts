import 'reflect-metadata';

// GraphQL decides at loading whether each look at a type also looks for a second copy of the library. Production does not,
// and here it took an eighth of all work.
const { NODE_ENV } = process.env;
process.env['NODE_ENV'] = 'production';
await import('graphql');
process.env['NODE_ENV'] = NODE_ENV ?? 'test';
