// Writes the schema that the code declares to server/schema.graphql, or to the path given.
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createApp } from './create-app.js';
import { SystemClock } from './platform/clock/index.js';
import { readConfig } from './platform/config/index.js';

const folder = mkdtempSync(join(tmpdir(), 'tongxing_test_schema_'));
const app = await createApp(
  readConfig({ DATA_DIR: folder, DEMO: 'false', LOG_LEVEL: 'silent', WORKERS: '0' }),
  new SystemClock(),
);
const { schema } = app.get(GraphQLSchemaHost);
const text = `# Generated from the code by \`npm run schema:print\`. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
await app.close();
rmSync(folder, { recursive: true, force: true });

const [target] = process.argv.slice(2);
if (target) writeFileSync(target, text);
else process.stdout.write(text);
