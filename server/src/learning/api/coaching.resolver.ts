import { Args, Context, Field, ID, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { COACH_STEPS, type CoachStep } from '@tongxing/shared/rules';
import { Allow, Graded, type PersonActor } from '../../platform/access/index.js';
import { LocalDateType, make, toGlobalId } from '../../platform/graphql/index.js';
import { LessonWordsType } from './lessons.types.js';
import { Coaching } from '../coaching/coaching.js';

const StepEnum = Object.fromEntries(COACH_STEPS.map((step) => [step, step])) as Record<CoachStep, CoachStep>;
registerEnumType(StepEnum, { name: 'CoachStep', description: 'Where somebody is on the way to being trained.' });

@ObjectType('AskedAgain', { description: 'A lesson whose questions were asked again: worth reading together.' })
@Graded('learning', 'G2')
class AskedAgainType {
  @Field(() => LessonWordsType, { description: 'Which lesson.' }) lesson: LessonWordsType;
  @Field(() => Int, { description: 'How often.' }) times: number;
}

@ObjectType('CoachedVolunteer', { description: 'A volunteer on the way to being trained, for whoever coaches them.' })
@Graded('learning', 'G2')
class CoachedVolunteerType {
  @Field(() => ID, { description: 'The volunteer.' }) volunteerId: string;
  @Field({ description: 'The name.' }) name: string;
  @Field(() => StepEnum, { description: 'Where they are.' }) step: CoachStep;
  @Field(() => LocalDateType, { nullable: true, description: 'Day of their session, or last day of the training.' })
  on: string | null;
  @Field(() => Int, { description: 'Lessons of the online course that they finished.' }) lessonsDone: number;
  @Field(() => AskedAgainType, { nullable: true, description: 'The open lesson that was asked again most often.' })
  askedAgain: AskedAgainType | null;
}

@ObjectType('Coaching', { description: 'Who is on the way to being trained, the most pressing first.' })
@Graded('learning', 'G2')
class CoachingType {
  @Field(() => [CoachedVolunteerType], { description: 'Whoever is trained for long is not among them.' })
  stuck: CoachedVolunteerType[];
  @Field(() => Int, { description: 'Of how many volunteers; 500 are looked through at most.' }) of: number;
}

@Resolver()
export class CoachingResolver {
  constructor(private readonly service: Coaching) {}

  @Query(() => CoachingType, {
    description: 'Volunteers whom the viewer supervises or works with in a pair, or everybody within their reach.',
  })
  @Allow('learning.coach')
  async coaching(
    @Args('everybody', { description: 'All whom the viewer may see, not only their own.' }) everybody: boolean,
    @Context('actor') actor: PersonActor,
  ): Promise<CoachingType> {
    const { stuck, of } = await this.service.of(actor, everybody);
    const rows = stuck.map(({ volunteer: { id, person }, step, on, lessonsDone, askedAgain }) =>
      make(CoachedVolunteerType, {
        ...{ volunteerId: toGlobalId('Volunteer', id), name: person.name, step, on: on ?? null, lessonsDone },
        askedAgain: askedAgain ? make(AskedAgainType, { ...askedAgain }) : null,
      }),
    );
    return make(CoachingType, { stuck: rows, of });
  }
}
