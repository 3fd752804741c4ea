// A small schema with one of everything that the GraphQL layer must carry.
import {
  Args,
  Context,
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { ForbiddenException } from '@nestjs/common';
import DataLoader from 'dataloader';
import { Allow, Graded, OfGrade, Public } from '../access/index.js';
import {
  Connection,
  InvalidInput,
  LocalDateType,
  make,
  pageBounds,
  perRequest,
  toConnection,
  type GraphqlContext,
} from '../graphql/index.js';

export const COLOURS = { RED: 'red', BLUE: 'blue' } as const;
type Colour = (typeof COLOURS)[keyof typeof COLOURS];
registerEnumType(COLOURS, { name: 'TestColour', description: 'An enum whose inner values differ from its names.' });

@InterfaceType('TestNamed', { description: 'Something with a name.' })
abstract class Named {
  @OfGrade('G0') @Field({ description: 'Its name.' }) name: string;
}

@ObjectType('TestThing', { implements: () => [Named], description: 'A thing.' })
@Graded('G0')
export class Thing extends Named {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field(() => COLOURS, { description: 'Its colour.' }) colour: Colour;
  @Field(() => LocalDateType, { nullable: true, description: 'A day.' }) day: string | null;
  @Field(() => [String], { description: 'Words.' }) words: string[];
}

@ObjectType('TestOther', { implements: () => [Named], description: 'Another thing.' })
@Graded('G0')
export class Other extends Named {
  @Field(() => Int, { description: 'A number.' }) size: number;
}

/** No class of the union: what a resolver returns by mistake. */
class Stranger {}

const Things = Connection(() => Thing, 'TestThing');
const Found = createUnionType({ name: 'TestFound', types: () => [Thing, Other, InvalidInput] as const });

@InputType('TestInput', { description: 'An input of several kinds.' })
class TestInput {
  @Field(() => Int, { description: 'A number.' }) count: number;
  @Field(() => COLOURS, { nullable: true, description: 'A colour.' }) colour?: Colour;
  @Field(() => LocalDateType, { nullable: true, description: 'A day.' }) day?: string;
  @Field(() => [Int], { nullable: true, description: 'Numbers.' }) numbers?: number[];
}

const thing = (index: number): Thing =>
  make(Thing, {
    id: String(index),
    name: `thing ${index}`,
    colour: index % 2 ? 'red' : 'blue',
    day: index % 3 ? '2026-11-22' : null,
    words: ['a', 'b'],
  });

/** Ids of each call of the loader: one call a request, or batching is lost. */
export const loaded: string[][] = [];
export const order: string[] = [];

@Resolver(() => Thing)
export class ThingsResolver {
  @Query(() => Things, { description: 'A page of things.' })
  @Public()
  things(
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const { offset, limit } = pageBounds({ first, after });
    return toConnection(
      Array.from({ length: limit }, (_, index) => thing(offset + index)),
      offset,
      1_000,
    );
  }

  @ResolveField(() => String, { description: 'The owner, by a loader.' })
  owner(@Parent() parent: Thing, @Context() context: GraphqlContext): Promise<string> {
    const loader = perRequest(
      context,
      ThingsResolver,
      () =>
        new DataLoader<string, string>(async (ids) => {
          loaded.push([...ids]);
          return ids.map((id) => `owner of ${id}`);
        }),
    );
    return loader.load(parent.id);
  }

  @ResolveField(() => Thing, { nullable: true, description: 'A thing inside.' })
  inner(@Parent() parent: Thing): Thing {
    return thing(Number(parent.id) + 1);
  }

  @ResolveField(() => String, { nullable: true, description: 'Always breaks.' })
  broken(): string {
    throw new Error('SELECT secret FROM person');
  }

  @Query(() => Found, { nullable: true, description: 'One of several kinds.' })
  @Public()
  found(@Args('kind', { description: 'Which.' }) kind: string): typeof Found {
    if (kind === 'stranger') return new Stranger() as Thing;
    if (kind === 'other') return make(Other, { name: 'other', size: 3 });
    if (kind === 'invalid')
      return make(InvalidInput, { code: 'INVALID_INPUT', message: 'no', fields: [{ field: 'a', code: 'B' }] });
    return thing(1);
  }

  @Query(() => [Named], { description: 'Things of several kinds.' })
  @Public()
  named(): Named[] {
    return [thing(1), make(Other, { name: 'other', size: 3 })];
  }

  @Query(() => String, { description: 'Echoes what was understood.' })
  @Public()
  echo(@Args('input', { description: 'What to echo.' }) input: TestInput): string {
    return JSON.stringify(input);
  }

  @Query(() => String, { nullable: true, description: 'For those who may read the audit.' })
  @Allow('audit.read')
  guarded(): string {
    order.push('resolver ran');
    return 'seen';
  }

  @Query(() => String, { nullable: true, description: 'A bug.' })
  @Public()
  bug(): string {
    throw new Error("ER_PARSE_ERROR: SELECT phone FROM person WHERE id = '138'");
  }

  @Query(() => String, { description: 'A bug where null is not allowed.' })
  @Public()
  deepBug(): Promise<string> {
    return Promise.reject(new TypeError('cannot read properties of undefined'));
  }

  @Query(() => String, { nullable: true, description: 'A framework exception.' })
  @Public()
  exception(): string {
    throw new ForbiddenException('table person is locked');
  }

  @Query(() => String, { nullable: true, description: 'Something thrown that is no error.' })
  @Public()
  oddity(): string {
    const thrown: unknown = 'a bare string with secrets';
    throw thrown;
  }

  @Query(() => String, { description: 'Null where none is allowed.' })
  @Public()
  missing(): string {
    return null as unknown as string;
  }

  @Mutation(() => String, { description: 'Writes its mark, after a while.' })
  @Public()
  async mark(@Args('input', { description: 'What to note.' }) input: TestInput): Promise<string> {
    order.push(`begins ${input.count}`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`ends ${input.count}`);
    return String(input.count);
  }
}

@Resolver()
export class ForgetfulResolver {
  @Query(() => String, { description: 'Its author forgot who may ask.' })
  undeclared(): string {
    return 'open to all';
  }
}

@ObjectType('TestSecret', { description: 'What a volunteer must not come to.' })
@Graded('child', 'G3')
class Secret {
  @Field({ description: 'Planted above the clearance of whoever may call the root field.' })
  @OfGrade('G5')
  file: string;
  @Field(() => String, { nullable: true, description: 'The same, where null is allowed.' })
  @OfGrade('G5')
  note: string | null;
  @Field({ description: 'Of the same resource, but known to nobody else.' }) pseudonym: string;
}

/** For the proof that must be able to fail: a director's file behind a volunteer's root field. */
@Resolver()
export class PlantedResolver {
  @Query(() => Secret, { nullable: true, description: 'A way for volunteers to a file.' })
  @Allow('companionship.readOwn')
  planted(): Secret {
    return make(Secret, { file: 'the file', note: 'the note', pseudonym: '小云' });
  }

  @Query(() => Secret, { nullable: true, description: 'The way that the case team has.' })
  @Allow('child.read')
  kept(): Secret {
    return this.planted();
  }
}

@ObjectType('TestUngraded', { description: 'Its author forgot how sensitive it is.' })
class Ungraded {
  @Field({ description: 'A word.' }) word: string;
}

@Resolver()
export class UngradedResolver {
  @Query(() => Ungraded, { nullable: true, description: 'Leads to a field without a grade.' })
  @Public()
  ungraded(): Ungraded {
    return make(Ungraded, { word: 'secret' });
  }
}
