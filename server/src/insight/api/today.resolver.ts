import { Context, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, type PersonActor, Graded } from '../../platform/access/index.js';
import { LocalDateType, make } from '../../platform/graphql/index.js';
import { Today } from '../today.js';

@ObjectType('Today', { description: 'What needs the case team now, each number one click from its list.' })
@Graded('companionship', 'G1')
class TodayType {
  @Field(() => Int, { description: "Concerns about a child's safety, for those in charge." }) concernsOpen: number;
  @Field(() => Int, { description: 'Children who wait to be told of a stop.' }) childrenToTell: number;
  @Field(() => Int, { description: 'People who wait for an answer about what is kept of them.' })
  rightsWaiting: number;
  @Field(() => Int, { description: 'Teams that wait for an answer to their booking.' }) teamsWaiting: number;
  @Field(() => Int, { description: 'Pairs whose next contact should have been made.' }) contactsOverdue: number;
  @Field(() => Int, { description: "Colleagues' certificates that end soon." }) credentialsDueSoon: number;
  @Field(() => Int, { description: 'Proposals that wait for a decision.' }) proposalsToDecide: number;
  @Field(() => Int, { description: 'Colleagues who wait for a word on opening a file.' }) fileRequestsToDecide: number;
  @Field(() => Int, { description: 'Accepted pairs whose volunteer has not answered.' })
  companionshipsAwaitingVolunteer: number;
  @Field(() => Int, { description: 'Pairs whose family has not spoken.' }) companionshipsAwaitingFamily: number;
  @Field(() => Int, { description: 'Pairs that may begin once their plan stands.' }) companionshipsReadyToStart: number;
  @Field(() => Int, { description: 'Paused pairs.' }) companionshipsPaused: number;
  @Field(() => Int, { description: 'Paused pairs whose companion is away, and nobody stands in.' })
  companionshipsUncovered: number;
  @Field(() => LocalDateType, { nullable: true, description: 'Since when the first of those companions is away.' })
  uncoveredSince: string | null;
  @Field(() => Int, { description: 'Rosters that are read but not imported.' }) batchesInProgress: number;
  @Field(() => Int, { description: 'Imported rosters that wait for the second person.' }) batchesToConfirm: number;
  @Field(() => Int, { description: 'Ready volunteers with something to renew soon.' }) checksDueSoon: number;
  @Field(() => Int, { description: 'Volunteers who may serve today.' }) volunteersReady: number;
  @Field(() => Int, { description: 'All volunteers.' }) volunteersTotal: number;
  @Field(() => Int, { description: 'Teams that were not told yet what their day came to.' }) packsToSend: number;
  @Field(() => Int, { description: 'Colleagues whose record check is missing, over, or ends soon.' })
  colleagueChecksDue: number;
  @Field(() => Int, { description: 'Papers of record checks that are still at the desk.' }) checkPapersHere: number;
  @Field(() => Int, { description: 'Applications that wait for the desk.' }) applicationsWaiting: number;
  @Field(() => Int, { description: 'Children without a companion.' }) childrenWaiting: number;
}

@Resolver()
export class TodayResolver {
  constructor(private readonly service: Today) {}

  @Query(() => TodayType, { description: 'What needs the case team now.' })
  @Allow('companionship.read')
  async today(@Context('actor') actor: PersonActor): Promise<TodayType> {
    return make(TodayType, { ...(await this.service.of(actor)) });
  }
}
