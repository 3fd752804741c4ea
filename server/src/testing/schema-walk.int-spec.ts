// Rules about the schema that no review would keep: each field explained, each root field guarded, each error an error.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { PERMISSIONS } from '@tongxing/shared/permissions';
import {
  beyondClearance,
  declarationOf,
  fieldsBehind,
  readersOf,
  READERS,
  rootFields,
} from '../platform/access/index.js';
import { fromGlobalId, toGlobalId } from '../platform/graphql/index.js';
import { startGraphqlApp } from '../platform/testing/graphql-app.js';
import { ForgetfulResolver, ThingsResolver } from '../platform/testing/graphql-resolvers.js';
import { startTestApp, type TestApp } from './test-app.js';

/** One word says all there is to say: no input type around it. */
const WITHOUT_INPUT = [
  'askPasskeySignIn',
  'askProofPasskey',
  'askStepPasskey',
  'changeLanguage',
  'endOtherDevices',
  'leaveMyHelping',
  'markNoticeRead',
  'renewMyCalendar',
  'retryDeadLetter',
  'revokeMyCalendar',
  'signOut',
  'signOutEverywhere',
];
/** Made by the client, so that a repeated request is known for one: no id of anything here. */
const KEYS_OF_CLIENTS = [
  'AddNextStepInput.requestId',
  'RunStaffingInput.requestId',
  'RunCompanyYearInput.requestId',
  'OfferAgreementInput.requestId',
  'AnswerOwnConsentInput.requestId',
  'AddDutySlotInput.requestId',
  'AskForRightInput.requestId',
  'OpenBreachInput.requestId',
  'OpenShareInput.requestId',
  'PlanActivityInput.requestId',
  'PlanActivitySeriesInput.requestId',
  'AddTeamPaperInput.requestId',
  'TeamWishInput.requestId',
  'LinkConcernInput.requestId',
  'MakeEvidenceInput.requestId',
  'AssignSupervisorInput.requestId',
  'EnrolChildInput.requestId',
  'ErasePersonInput.requestId',
  'HandOverCompanionshipsInput.requestId',
  'InviteVolunteersInput.requestId',
  'MatchSponsorInput.requestId',
  'MoveChildrenInput.requestId',
  'MoveHouseholdsInput.requestId',
  'MoveVolunteersInput.requestId',
  'NoteApplicationTalkInput.requestId',
  'NoteIncidentInput.requestId',
  'RaiseConcernInput.requestId',
  'RecordContactInput.requestId',
  'RecordDisclosureConsentInput.requestId',
  'RequestFileAccessInput.requestId',
  'RunMatchInput.requestId',
  'SaveProgressCardInput.requestId',
  'SayByCardInput.requestId',
  'StartIncidentInput.requestId',
  'ScheduleSupervisionInput.requestId',
  'AddSupervisionDelegateInput.requestId',
  'AddCourseInput.requestId',
  'ScheduleTrainingInput.requestId',
  'AskTrainingCreditInput.requestId',
  'WriteConcernStepInput.requestId',
  'TakeBackOwnConsentInput.requestId',
];

describe('the schema', () => {
  let platform: TestApp;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    platform = await startTestApp();
    schema = platform.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => platform.stop());

  const types = (): GraphQLNamedType[] =>
    Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

  it('does not start where a root field says nothing of who may ask', async () => {
    await expect(startGraphqlApp({ resolvers: [ThingsResolver, ForgetfulResolver] })).rejects.toThrow(
      'BUG: undeclared declares no @Allow and no @Public',
    );
  });

  it('names a permission of the matrix, or nobody, at every root field', () => {
    const declared = rootFields(schema).map((field) => {
      const access = declarationOf(field);
      const known =
        access && ('public' in access ? access.public : (PERMISSIONS as readonly string[]).includes(access.permission));
      return [field.name, known];
    });
    expect(declared.length).toBeGreaterThan(5);
    expect(declared.filter(([, known]) => !known)).toEqual([]);
  });

  it('leads no role to a field above its clearance', () => {
    const told = beyondClearance(schema).map(({ reader, path, field, declared }) => {
      const grade = declared ? `${declared.resource ?? ''} ${declared.grade}` : 'no grade';
      return `${reader} comes to ${field} (${grade}) by ${path}`;
    });
    expect(told).toEqual([]);
    const reachable = (reader: (typeof READERS)[number]) =>
      new Set(
        rootFields(schema)
          .filter((root) => readersOf(root).includes(reader))
          .flatMap((root) => fieldsBehind(schema, root).map(({ field }) => field)),
      );
    expect(reachable('SOCIAL_WORKER')).toContain('Child.name');
    for (const outsider of ['VISITOR', 'VOLUNTEER', 'DONOR', 'GUARDIAN', 'AUDITOR', 'PLATFORM_OPERATOR'] as const) {
      expect(
        [...reachable(outsider)].filter((field) => /^(Child|Volunteer|Companionship|ImportRow)\./.test(field)),
      ).toEqual([]);
    }
  });

  it('describes every type, field, argument and enum', () => {
    // What a mutation takes and answers is described where the mutation is; their fields are described one by one.
    const spoken = (type: GraphQLNamedType) =>
      isRoot(schema, type) || isInputObjectType(type) || (isUnionType(type) && type.name.endsWith('Result'));
    const silent = types().flatMap((type) => [
      ...(type.description || spoken(type) ? [] : [type.name]),
      ...membersOf(type).flatMap(({ name, description, args }) => [
        ...(description ? [] : [`${type.name}.${name}`]),
        ...(args ?? [])
          .filter((argument) => !argument.description && argument.name !== 'input')
          .map((argument) => `${type.name}.${name}(${argument.name})`),
      ]),
    ]);
    expect(silent).toEqual([]);
  });

  it('gives every refusal in a union the form of a UserError', () => {
    const userErrors = new Set(schema.getPossibleTypes(schema.getType('UserError') as never).map(({ name }) => name));
    const goodOutcomes = types()
      .filter(isUnionType)
      .filter(({ name }) => name.endsWith('Result'))
      .map((union) => [union.name, union.getTypes().filter((type) => !userErrors.has(type.name)).length]);
    const codes = types()
      .filter(isObjectType)
      .filter((type) => 'code' in type.getFields() && 'message' in type.getFields() && !userErrors.has(type.name))
      .map((type) => type.name);
    expect(goodOutcomes.filter(([, count]) => count !== 1)).toEqual([]);
    expect(codes).toEqual([]);
  });

  it('takes one required input at every mutation', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const odd = mutations.filter(
      ({ args }) => !(args.length === 1 && args[0]?.name === 'input' && isNonNullType(args[0].type)),
    );
    expect(odd.map(({ name }) => name).sort()).toEqual(WITHOUT_INPUT);
  });

  it('pages by first and after wherever it answers with a connection', () => {
    const wrong = types()
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
      .filter(
        ({ field }) => !['first', 'after'].every((name) => field.args.some((argument) => argument.name === name)),
      );
    expect(wrong.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });

  it('names every id as ID, and takes the id of another type for a missing one', () => {
    const plain = types()
      .flatMap((type) => membersOf(type).map((field) => ({ type, field })))
      .filter(({ field }) => /(^id|Ids?)$/.test(field.name) && getNamedType(field.type).name !== 'ID');
    const names = plain.map(({ type, field }) => `${type.name}.${field.name}`);
    expect(names.filter((name) => !KEYS_OF_CLIENTS.includes(name))).toEqual([]);
    const id = '0198a000-0000-7000-8000-000000000001';
    expect(fromGlobalId('Child', toGlobalId('Child', id))).toBe(id);
    expect([toGlobalId('Volunteer', id), id, 'Child:', ''].map((other) => fromGlobalId('Child', other))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});

const isRoot = (schema: GraphQLSchema, type: GraphQLNamedType) =>
  type === schema.getQueryType() || type === schema.getMutationType();

interface Member {
  readonly name: string;
  readonly type: GraphQLType;
  readonly description?: string | null | undefined;
  readonly args?: readonly { readonly name: string; readonly description?: string | null | undefined }[];
}

/** Fields; values of an enum speak for themselves, being the words of the glossary. */
function membersOf(type: GraphQLNamedType): readonly Member[] {
  if (isInputObjectType(type)) return Object.values(type.getFields());
  const members: readonly Member[] = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return members;
}
