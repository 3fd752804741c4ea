import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { assertUnreachable, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, pageBounds, toCommonPayload, toConnection } from '../../platform/graphql/index.js';
import { Acceptance } from '../acceptance.js';
import { Applications, type DeskApplication, type DeskError, type Shown } from '../applications.js';
import {
  AcceptApplicationInput,
  AcceptApplicationResult,
  ApplicantKnown,
  ApplicationAcceptedType,
  ApplicationChangeResult,
  ApplicationConnection,
  ApplicationHeld,
  ApplicationType,
  AskApplicantGuardianInput,
  AskRefereeInput,
  DeclineApplicationInput,
  NoteApplicationTalkInput,
  ShownEnum,
  toApplication,
} from './applications.types.js';

const idOf = (globalId: string): string => fromGlobalId('Application', globalId) ?? '';

@Resolver()
export class ApplicationsResolver {
  constructor(
    private readonly applications: Applications,
    private readonly acceptance: Acceptance,
  ) {}

  @Query(() => ApplicationConnection, { name: 'applications', description: 'Applications of the viewer’s offices.' })
  @Allow('application.read')
  async page(
    @Context('actor') actor: PersonActor,
    @Args('show', { type: () => ShownEnum, description: 'Which: the oldest that waits stands first.' }) show: Shown,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor to go on from.' }) after?: string,
  ) {
    const bounds = pageBounds({ first, after });
    const { applications, total } = await this.applications.page(actor, show, bounds);
    const names = await this.applications.namesOf(actor, applications);
    return toConnection(
      applications.map((one) => toApplication(one, names)),
      bounds.offset,
      total,
    );
  }

  @Query(() => ApplicationType, { nullable: true, description: 'One of them; null where there is none.' })
  @Allow('application.read')
  async application(
    @Context('actor') actor: PersonActor,
    @Args('id', { type: () => ID, description: 'Which.' }) id: string,
  ): Promise<ApplicationType | null> {
    const found = await this.applications.find(actor, idOf(id));
    return found ? this.#one(actor, found) : null;
  }

  @Mutation(() => ApplicationChangeResult, { description: 'Writes a talk with an applicant down.' })
  @Allow('application.decide')
  async noteApplicationTalk(
    @Args('input') { applicationId, talkedOn, note, requestId }: NoteApplicationTalkInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ApplicationChangeResult> {
    const talk = { applicationId: idOf(applicationId), talkedOn: talkedOn as LocalDate, note, requestId };
    return this.#payload(actor, await this.applications.talk(actor, talk));
  }

  @Mutation(() => ApplicationChangeResult, { description: 'Asks a referee by a link, or asks once more.' })
  @Allow('application.decide')
  async askReferee(
    @Args('input') { applicationId, at }: AskRefereeInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ApplicationChangeResult> {
    return this.#payload(actor, await this.applications.askReferee(actor, idOf(applicationId), at));
  }

  @Mutation(() => ApplicationChangeResult, { description: 'Asks the guardian of a minor once more.' })
  @Allow('application.decide')
  async askApplicantGuardian(
    @Args('input') { applicationId }: AskApplicantGuardianInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ApplicationChangeResult> {
    return this.#payload(actor, await this.applications.askGuardian(actor, idOf(applicationId)));
  }

  @Mutation(() => AcceptApplicationResult, {
    description: 'Takes somebody on: one person, one record as a volunteer, one invitation to an account.',
  })
  @Allow('application.decide')
  async acceptApplication(
    @Args('input') { applicationId, ...accepting }: AcceptApplicationInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AcceptApplicationResult> {
    const outcome = await this.acceptance.accept(actor, { ...accepting, applicationId: idOf(applicationId) });
    if (outcome.ok) {
      const application = await this.#one(actor, outcome.value.file);
      return make(ApplicationAcceptedType, { application, invitation: outcome.value.invitation });
    }
    const { error } = outcome;
    switch (error.code) {
      case 'APPLICATION_HELD':
        return make(ApplicationHeld, { ...error, message: 'Something must come first.', waits: [...error.waits] });
      case 'APPLICANT_KNOWN':
        return make(ApplicantKnown, {
          ...error,
          message: 'The number is that of somebody whom the agency knows.',
          knownName: error.knownName ?? null,
        });
      case 'INVALID_INPUT':
      case 'NOT_FOUND':
      case 'STALE_VERSION':
      case 'TRANSITION_REFUSED':
        return toCommonPayload(error);
      default:
        return assertUnreachable(error);
    }
  }

  @Mutation(() => ApplicationChangeResult, { description: 'Not this time, with a reason and a kind letter.' })
  @Allow('application.decide')
  async declineApplication(
    @Args('input') { applicationId, ...declining }: DeclineApplicationInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof ApplicationChangeResult> {
    const outcome = await this.applications.decline(actor, { ...declining, applicationId: idOf(applicationId) });
    return this.#payload(actor, outcome);
  }

  async #payload(
    actor: PersonActor,
    outcome: Result<DeskApplication, DeskError>,
  ): Promise<typeof ApplicationChangeResult> {
    return outcome.ok ? this.#one(actor, outcome.value) : toCommonPayload(outcome.error);
  }

  async #one(actor: PersonActor, found: DeskApplication): Promise<ApplicationType> {
    return toApplication(found, await this.applications.namesOf(actor, [found]));
  }
}
