// The mechanism, on a small schema with planted mistakes: what is undeclared does not start, what is above clearance is not told.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { startGraphqlApp } from '../testing/graphql-app.js';
import { PlantedResolver, ThingsResolver, UngradedResolver } from '../testing/graphql-resolvers.js';
import { beyondClearance } from './reach.js';

describe('grades of fields', () => {
  it('keep a schema from starting where a field has none', async () => {
    await expect(startGraphqlApp({ resolvers: [ThingsResolver, UngradedResolver] })).rejects.toThrow(
      'BUG: TestUngraded.word declares no grade',
    );
  });

  it('find what is planted above a clearance, with the way to it', async () => {
    const app = await startGraphqlApp({ resolvers: [ThingsResolver, PlantedResolver] });
    try {
      const found = beyondClearance(app.app.get(GraphQLSchemaHost).schema);
      const of = (reader: string) => found.filter((one) => one.reader === reader).map((one) => one.path);
      expect(of('VOLUNTEER')).toEqual(['planted.file', 'planted.note', 'planted.pseudonym']);
      expect(of('EMPLOYEE')).toEqual(of('VOLUNTEER'));
      expect(new Set(found.map((one) => one.reader))).toEqual(new Set(['VOLUNTEER', 'EMPLOYEE']));
    } finally {
      await app.stop();
    }
  });

  it('answer null, or refuse, to whoever came to such a field', async () => {
    const app = await startGraphqlApp({ resolvers: [ThingsResolver, PlantedResolver] });
    const ask = (role: string, query: string) => app.post({ query }, { 'x-test-role': role });
    try {
      expect((await ask('VOLUNTEER', '{ planted { note } }')).data).toEqual({ planted: { note: null } });
      const refused = await ask('VOLUNTEER', '{ planted { file } }');
      expect([refused.data, refused.code]).toEqual([{ planted: null }, 'FORBIDDEN']);
      expect(refused.text).not.toContain('the file');
      const kept = await ask('DIRECTOR', '{ kept { file note pseudonym } }');
      expect(kept.data).toEqual({ kept: { file: 'the file', note: 'the note', pseudonym: '小云' } });
    } finally {
      await app.stop();
    }
  });
});
