// What the GRAPHQL figure compares with: Nest and Apollo Server as their own guides set them up. Nobody signs in, nothing
// is limited, masked, logged, compressed or sealed; the same rows come by the same TypeORM query and the same loader.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Args,
  Context,
  Field,
  GraphQLModule,
  ID,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { DataSource, In } from 'typeorm';
import { openDataSource } from './data-source.js';
import { PlainPerson, PlainVolunteer } from './entities.js';

@ObjectType()
class PlainWeeklyTime {
  @Field(() => Int) weekday: number;
  @Field(() => Int) startMinute: number;
  @Field(() => Int) endMinute: number;
}

@ObjectType()
class Volunteer {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => [String]) languages: string[];
  @Field(() => [PlainWeeklyTime]) freeTimes: PlainWeeklyTime[];
  @Field(() => Int) places: number;
  supervisorId: string | null;
}

@ObjectType()
class VolunteerEdge {
  @Field() cursor: string;
  @Field(() => Volunteer) node: Volunteer;
}

@ObjectType()
class VolunteerConnection {
  @Field(() => [VolunteerEdge]) edges: VolunteerEdge[];
  @Field(() => Int) totalCount: number;
}

interface RequestContext {
  names?: DataLoader<string, string | null>;
}

@Resolver(() => Volunteer)
class VolunteerResolver {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Query(() => VolunteerConnection)
  async volunteers(@Args('first', { type: () => Int }) first: number): Promise<VolunteerConnection> {
    const [rows, totalCount] = await this.source
      .getRepository(PlainVolunteer)
      .findAndCount({ order: { id: 'ASC' }, skip: 0, take: first });
    const names = await this.#namesOf(rows.map((row) => row.personId));
    const edges = rows.map((row, index) => ({
      cursor: Buffer.from(String(index)).toString('base64url'),
      node: { ...row, name: names.get(row.personId) ?? '' },
    }));
    return { edges, totalCount };
  }

  @ResolveField(() => String, { nullable: true })
  supervisorName(@Parent() volunteer: Volunteer, @Context() context: RequestContext): Promise<string | null> | null {
    context.names ??= new DataLoader(async (ids: readonly string[]) => {
      const names = await this.#namesOf(ids);
      return ids.map((id) => names.get(id) ?? null);
    });
    return volunteer.supervisorId ? context.names.load(volunteer.supervisorId) : null;
  }

  async #namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const people = await this.source.getRepository(PlainPerson).findBy({ id: In([...ids]) });
    return new Map(people.map((person) => [person.id, person.name]));
  }
}

const source = await openDataSource(process.env['DATABASE_URL'] ?? '');

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })],
  providers: [{ provide: DataSource, useValue: source }, VolunteerResolver],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(Number(process.env['PORT']), '127.0.0.1');
