// Over the schema as it is: nothing of the way from being helped to helping is reachable for anybody outside of the case
// team, but the helper's own page, which holds a list of fields that tell nothing of a case. A field more fails here.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { fieldsBehind, readersOf, rootFields } from '../platform/access/index.js';
import { startTestApp, type TestApp } from '../testing/test-app.js';

const CASE_TEAM = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];
/** For the case team alone: they tie a helper to a child, a family or a case. */
const TIES = ['HelperJourney', 'HelperChoice', 'HelperChoices', 'HelperOption', 'HelperAsked'];
/** What the helper's own page has; each is theirs and says nothing of a case. */
const OWN = ['accompanied', 'accompaniedNeeded', 'id', 'moments', 'state'];
const MOMENT = ['on', 'step', 'words'];

type Root = ReturnType<typeof rootFields>[number];

let platform: TestApp;
let schema: GraphQLSchema;
beforeAll(async () => {
  platform = await startTestApp();
  ({ schema } = platform.app.get(GraphQLSchemaHost));
}, 60_000);
afterAll(() => platform.stop());

const typesBehind = (root: Root): Set<string> =>
  new Set(fieldsBehind(schema, root).map(({ field }) => field.slice(0, field.indexOf('.'))));
const fieldsOf = (name: string): string[] => {
  const type = schema.getType(name);
  return type && 'getFields' in type ? Object.keys(type.getFields()).sort() : [];
};

describe('a case, seen from the helper’s side', () => {
  it('is behind no root that anybody outside of the case team may call', () => {
    const open = rootFields(schema).filter((root) => readersOf(root).some((one) => !CASE_TEAM.includes(one)));
    expect(open.length).toBeGreaterThan(100);
    for (const root of open) {
      const types = typesBehind(root);
      expect([root.name, TIES.filter((tie) => types.has(tie))]).toEqual([root.name, []]);
    }
  });

  it('is reached by the case team, so that the walk is no empty one', () => {
    const [journeys] = rootFields(schema).filter(({ name }) => name === 'helperJourneys');
    expect(journeys && typesBehind(journeys).has('HelperJourney')).toBe(true);
  });

  it('has no place on the helper’s own page', () => {
    expect([fieldsOf('MyHelping'), fieldsOf('HelperMoment')]).toEqual([OWN, MOMENT]);
    const [mine] = rootFields(schema).filter(({ name }) => name === 'myHelping');
    expect(mine && [...typesBehind(mine)].sort()).toEqual(['HelperMoment', 'MyHelping']);
  });

  it('is not told by what others read of a volunteer: no field of theirs leads to helping', () => {
    for (const name of ['Volunteer', 'CompanionVolunteer', 'MyCompanionship', 'StaffMember']) {
      const told = fieldsOf(name).filter((field) => /help|serv(ed|ice)Of|journey|origin|beneficiar|case/i.test(field));
      expect([name, told]).toEqual([name, []]);
    }
  });
});
