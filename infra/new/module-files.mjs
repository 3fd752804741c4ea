// @ts-check
// The files of a new server module: small, complete, and to be changed from the first minute on.

/** @typedef {import('./names.mjs').Names} Names */

/**
 * @param {Names} module `wishes`
 * @param {Names} thing `wish`
 * @param {number} stamp orders the migration
 * @returns {Record<string, string>}
 */
export function moduleFiles(module, thing, stamp) {
  const folder = `server/src/${module.kebab}`;
  const inThing = thing.camel;
  return {
    [`${folder}/index.ts`]: `
import { ${thing.pascal} } from './${thing.kebab}.entity.js';

export { ${module.pascal}Module } from './${module.kebab}.module.js';
export type { ${thing.pascal}Opened } from './${module.kebab}.events.js';

/** Tables of this module. */
export const ${module.constant}_ENTITIES = [${thing.pascal}];
`,
    [`${folder}/${module.kebab}.module.ts`]: `
import { Module } from '@nestjs/common';
import { ${module.pascal}Resolver } from './api/${module.kebab}.resolver.js';
import { ${module.pascal}Access } from './${module.kebab}.access.js';
import { ${module.pascal}Repository } from './${module.kebab}.repository.js';
import { ${module.pascal}Service } from './${module.kebab}.service.js';

@Module({ providers: [${module.pascal}Access, ${module.pascal}Repository, ${module.pascal}Service, ${module.pascal}Resolver] })
export class ${module.pascal}Module {}
`,
    [`${folder}/domain/title-problem.ts`]: `
/** A title is read on a phone: longer ones belong into the text. */
export const LONGEST_TITLE = 120;

/** What is wrong with a title, as a code, or undefined where it can be used. */
export function titleProblem(title: string): 'REQUIRED' | 'TOO_LONG' | undefined {
  const { length } = [...title.trim()];
  if (length === 0) return 'REQUIRED';
  return length > LONGEST_TITLE ? 'TOO_LONG' : undefined;
}
`,
    [`${folder}/domain/title-problem.spec.ts`]: `
import { LONGEST_TITLE, titleProblem } from './title-problem.js';

describe('the title', () => {
  it.each([
    ['', 'REQUIRED'],
    ['  ', 'REQUIRED'],
    ['长'.repeat(LONGEST_TITLE + 1), 'TOO_LONG'],
  ])('refuses %j: %s', (title, problem) => {
    expect(titleProblem(title)).toBe(problem);
  });

  it('takes the longest one, counted in characters as people count them', () => {
    expect(titleProblem('长'.repeat(LONGEST_TITLE))).toBeUndefined();
  });
});
`,
    [`${folder}/${thing.kebab}.entity.ts`]: `
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, LinkColumn, TextColumn } from '../platform/database/index.js';

/** What it is, in one sentence, and who may read it. */
@Entity('${thing.snake}')
@Index('ix_${thing.snake}_newest', ['agencyId', 'createdAt'])
export class ${thing.pascal} {
  @IdColumn() id: string;
  @LinkColumn('${thing.snake}', 'agencyId', 'agency') agencyId: string;
  @TextColumn(120) title: string;
  @InstantColumn() createdAt: string;
}
`,
    [`${folder}/${module.kebab}.repository.ts`]: `
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { ${thing.pascal} } from './${thing.kebab}.entity.js';

/** Rows of one agency; the agency stands in every query, not in the caller's memory. */
@Injectable()
export class ${module.pascal}Repository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A page, the newest first, and how many there are in all. */
  page(agencyId: AgencyId, offset: number, limit: number): Promise<[${thing.pascal}[], number]> {
    return this.database
      .repository(${thing.pascal})
      .findAndCount({ where: { agencyId }, order: { createdAt: 'DESC', id: 'DESC' }, skip: offset, take: limit });
  }

  /** Writes one; inside a unit of work. */
  async add(agencyId: AgencyId, title: string): Promise<${thing.pascal}> {
    const row: ${thing.pascal} = { id: this.ids.next<never>(), agencyId, title, createdAt: this.clock.nowIso() };
    await this.database.repository(${thing.pascal}).insert(row);
    return row;
  }
}
`,
    [`${folder}/${module.kebab}.access.ts`]: `
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import type { Actor } from '../platform/access/index.js';

/** Which rows may this actor touch? Where nothing is said, none. */
@Injectable()
export class ${module.pascal}Access {
  /** The agency whose rows the actor may read, or undefined for none. */
  readableAgency(actor: Actor): AgencyId | undefined {
    switch (actor.kind) {
      case 'person':
        return actor.agencyId;
      default:
        return undefined;
    }
  }
}
`,
    [`${folder}/${module.kebab}.events.ts`]: `
/** One was opened; past tense, and ids only. */
export interface ${thing.pascal}Opened {
  readonly ${inThing}Id: string;
}
`,
    [`${folder}/${module.kebab}.service.ts`]: `
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError } from '../platform/graphql/index.js';
import { titleProblem } from './domain/title-problem.js';
import type { ${thing.pascal} } from './${thing.kebab}.entity.js';
import { ${module.pascal}Access } from './${module.kebab}.access.js';
import { ${module.pascal}Repository } from './${module.kebab}.repository.js';

@Injectable()
export class ${module.pascal}Service {
  constructor(
    private readonly access: ${module.pascal}Access,
    private readonly repository: ${module.pascal}Repository,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** A page of what the actor may read; nothing at all for whoever may read none. */
  async page(actor: PersonActor, offset: number, limit: number): Promise<{ rows: ${thing.pascal}[]; total: number }> {
    const agencyId = this.access.readableAgency(actor);
    if (!agencyId) return { rows: [], total: 0 };
    const [rows, total] = await this.repository.page(agencyId, offset, limit);
    return { rows, total };
  }

  /** Opens one; audited. */
  open(actor: PersonActor, title: string): Promise<Result<${thing.pascal}, InvalidInputError>> {
    return this.work.run(actor, async () => {
      const problem = titleProblem(title);
      if (problem) return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'title', code: problem }] });
      const ${inThing} = await this.repository.add(actor.agencyId, title.trim());
      this.trail.record({ action: '${thing.camel}.opened', subjectType: '${thing.pascal}', subjectId: ${inThing}.id });
      return ok(${inThing});
    });
  }
}
`,
    [`${folder}/api/${thing.kebab}.type.ts`]: `
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Connection, InstantType, make, toGlobalId } from '../../platform/graphql/index.js';
import type { ${thing.pascal} } from '../${thing.kebab}.entity.js';

@ObjectType('${thing.pascal}', { description: 'What it is, in one sentence, and who may read it.' })
export class ${thing.pascal}Type {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Its title.' }) title: string;
  @Field(() => InstantType, { description: 'When it was opened.' }) createdAt: string;
}

export const ${thing.pascal}Connection = Connection(() => ${thing.pascal}Type, '${thing.pascal}');

export function to${thing.pascal}({ id, title, createdAt }: ${thing.pascal}): ${thing.pascal}Type {
  return make(${thing.pascal}Type, { id: toGlobalId('${thing.pascal}', id), title, createdAt });
}
`,
    [`${folder}/api/open-${thing.kebab}.ts`]: `
// Input and result of openX: expected refusals are members of the union, each with its facts.
import { createUnionType, Field, InputType } from '@nestjs/graphql';
import { InvalidInput } from '../../platform/graphql/index.js';
import { ${thing.pascal}Type } from './${thing.kebab}.type.js';

@InputType()
export class Open${thing.pascal}Input {
  @Field({ description: 'At most 120 characters.' }) title: string;
}

export const Open${thing.pascal}Result = createUnionType({
  name: 'Open${thing.pascal}Result',
  types: () => [${thing.pascal}Type, InvalidInput] as const,
});
`.replace('openX', `open${thing.pascal}`),
    [`${folder}/api/${module.kebab}.resolver.ts`]: `
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { pageBounds, toCommonPayload, toConnection } from '../../platform/graphql/index.js';
import { ${module.pascal}Service } from '../${module.kebab}.service.js';
import { Open${thing.pascal}Input, Open${thing.pascal}Result } from './open-${thing.kebab}.js';
import { to${thing.pascal}, ${thing.pascal}Connection, ${thing.pascal}Type } from './${thing.kebab}.type.js';

@Resolver(() => ${thing.pascal}Type)
export class ${module.pascal}Resolver {
  constructor(private readonly service: ${module.pascal}Service) {}

  @Query(() => ${thing.pascal}Connection, { description: 'Those of the agency, the newest first.' })
  @Allow('account.own')
  async ${module.camel}(
    @Context('actor') actor: PersonActor,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const { offset, limit } = pageBounds({ first, after });
    const { rows, total } = await this.service.page(actor, offset, limit);
    return toConnection(rows.map(to${thing.pascal}), offset, total);
  }

  @Mutation(() => Open${thing.pascal}Result, { description: 'Opens one.' })
  @Allow('account.own')
  async open${thing.pascal}(
    @Args('input') input: Open${thing.pascal}Input,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof Open${thing.pascal}Result> {
    const outcome = await this.service.open(actor, input.title);
    return outcome.ok ? to${thing.pascal}(outcome.value) : toCommonPayload(outcome.error);
  }
}
`,
    [`${folder}/${module.kebab}.int-spec.ts`]: `
import { startTestApp, type TestApp } from '../testing/test-app.js';

const OPEN = \`mutation ($i: Open${thing.pascal}Input!) { open${thing.pascal}(input: $i) { __typename } }\`;

describe('${module.kebab}', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
  });
  afterAll(() => platform.stop());

  it('refuses a visitor', async () => {
    const { errors } = await platform.client().graphql(OPEN, { i: { title: 'x' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
`,
    [`server/src/platform/database/migrations/${stamp}-${module.kebab}.ts`]: `
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../columns.js';
import { createTable } from './create-table.js';

export class ${module.pascal}${stamp} implements MigrationInterface {
  name = '${module.pascal}${stamp}';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: '${thing.snake}',
      columns: { id: column.id, agencyId: column.ref, title: column.text(120), createdAt: column.instant },
      references: { agencyId: 'agency' },
      indices: [{ name: 'ix_${thing.snake}_newest', columns: ['agencyId', 'createdAt'] }],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('${thing.snake}');
  }
}
`,
  };
}
