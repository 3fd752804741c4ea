import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';
import { PeopleNames } from '../../people/index.js';
import { Allow, type PersonActor } from '../../platform/access/index.js';
import { fromGlobalId, make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import { Delegates, type DelegateView } from '../delegates/delegates.js';
import { SupervisedMoves, type MoveError } from '../supervised-moves.js';
import { SupervisionLoads, type SupervisedOne } from '../supervision-loads.js';
import {
  AddSupervisionDelegateInput,
  AddSupervisionDelegateResult,
  CaseloadFull,
  DelegateType,
  EndSupervisionDelegateInput,
  EndSupervisionDelegateResult,
  MoveSupervisedInput,
  MoveSupervisedResult,
  SupervisedVolunteerType,
  SupervisionBoardType,
  SupervisorChanged,
  SupervisorLoadType,
  SupervisorTooClose,
} from './supervision-board.types.js';

@Resolver()
export class SupervisionBoardResolver {
  constructor(
    private readonly loads: SupervisionLoads,
    private readonly delegates: Delegates,
    private readonly moves: SupervisedMoves,
    private readonly names: PeopleNames,
  ) {}

  @Query(() => SupervisionBoardType, { description: 'Who supervises whom; at most 500 volunteers.' })
  @Allow('supervision.read')
  supervisionBoard(@Context('actor') actor: PersonActor): Promise<SupervisionBoardType> {
    return this.#board(actor);
  }

  @Query(() => [SupervisedVolunteerType], {
    description: 'Whose talk is overdue, the longest wait first: of the agency for a director, else one’s own.',
  })
  @Allow('supervision.read')
  async supervisionOverdue(@Context('actor') actor: PersonActor): Promise<SupervisedVolunteerType[]> {
    return (await this.loads.overdue(actor)).map(toSupervised);
  }

  @Query(() => [SupervisedVolunteerType], {
    description: 'Those whom the viewer supervises today, themselves or for somebody; the longest wait first.',
  })
  @Allow('supervision.hold')
  async mySupervised(@Context('actor') actor: PersonActor): Promise<SupervisedVolunteerType[]> {
    return (await this.loads.own(actor)).map(toSupervised);
  }

  @Mutation(() => MoveSupervisedResult, { description: 'One volunteer to another supervisor.' })
  @Allow('supervision.arrange')
  async moveSupervised(
    @Args('input') { volunteerId, fromPersonId, toPersonId }: MoveSupervisedInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof MoveSupervisedResult> {
    const moved = await this.moves.move(actor, {
      volunteerId: fromGlobalId('Volunteer', volunteerId) ?? '',
      from: fromPersonId ? fromGlobalId('Person', fromPersonId) : undefined,
      to: person(toPersonId),
    });
    return moved.ok ? this.#board(actor) : toRefusal(moved.error);
  }

  @Mutation(() => AddSupervisionDelegateResult, { description: 'Somebody stands in for a supervisor.' })
  @Allow('supervision.arrange')
  async addSupervisionDelegate(
    @Args('input')
    { supervisorPersonId, delegatePersonId, startsOn, endsOn, requestId }: AddSupervisionDelegateInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof AddSupervisionDelegateResult> {
    const added = await this.delegates.add(actor, {
      ...{ supervisorId: person(supervisorPersonId), delegateId: person(delegatePersonId), requestId },
      ...{ startsOn: startsOn as LocalDate, endsOn: endsOn as LocalDate },
    });
    return added.ok ? this.#delegate(actor, added.value) : toCommonPayload(added.error);
  }

  @Mutation(() => EndSupervisionDelegateResult, { description: 'Whoever stood in does so no more from today on.' })
  @Allow('supervision.arrange')
  async endSupervisionDelegate(
    @Args('input') { delegateId }: EndSupervisionDelegateInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof EndSupervisionDelegateResult> {
    const ended = await this.delegates.end(actor, fromGlobalId('SupervisionDelegate', delegateId) ?? '');
    return ended.ok ? this.#delegate(actor, ended.value) : toCommonPayload(ended.error);
  }

  async #board(actor: PersonActor): Promise<SupervisionBoardType> {
    const { supervisors, nobodys } = await this.loads.board(actor);
    const delegates = await this.delegates.coming(actor.agencyId);
    return make(SupervisionBoardType, {
      supervisors: supervisors.map(({ personId, name, places, held, volunteers }) =>
        make(SupervisorLoadType, {
          ...{ name, places, held },
          personId: toGlobalId('Person', personId),
          volunteers: volunteers.map(toSupervised),
        }),
      ),
      nobodys: nobodys.map(toSupervised),
      delegates: await Promise.all(delegates.map((one) => this.#delegate(actor, one))),
    });
  }

  async #delegate({ agencyId }: PersonActor, view: DelegateView): Promise<DelegateType> {
    const { supervisorId, delegateId, startsOn, endsOn } = view;
    const names = await this.names.of(agencyId, [supervisorId, delegateId]);
    return make(DelegateType, {
      ...{ startsOn, endsOn, id: toGlobalId('SupervisionDelegate', view.id) },
      supervisorId: toGlobalId('Person', supervisorId),
      supervisorName: names.get(supervisorId) ?? '',
      delegateId: toGlobalId('Person', delegateId),
      delegateName: names.get(delegateId) ?? '',
    });
  }
}

const person = (id: string): PersonId => (fromGlobalId('Person', id) ?? '') as PersonId;

function toRefusal(error: MoveError) {
  switch (error.code) {
    case 'SUPERVISOR_CHANGED':
      return make(SupervisorChanged, {
        ...{ code: error.code, message: 'Somebody else has moved them meanwhile.' },
        supervisorName: error.supervisorName ?? null,
      });
    case 'CASELOAD_FULL': {
      const { code, places, held, more } = error;
      return make(CaseloadFull, { code, message: 'The supervisor would look after too many.', places, held, more });
    }
    case 'SUPERVISOR_TOO_CLOSE':
      return make(SupervisorTooClose, { code: error.code, message: 'These two work together otherwise already.' });
    case 'NOT_FOUND':
      return toCommonPayload(error);
  }
}

const toSupervised = (one: SupervisedOne): SupervisedVolunteerType =>
  make(SupervisedVolunteerType, {
    ...{ name: one.name, held: one.held, since: one.since },
    volunteerId: toGlobalId('Volunteer', one.volunteerId),
    supervisorId: one.supervisorId === undefined ? null : toGlobalId('Person', one.supervisorId),
    individualOn: one.individualOn ?? null,
    groupOn: one.groupOn ?? null,
    individualDueOn: one.individualDueOn,
    groupDueOn: one.groupDueOn,
    overdue: [...one.overdue],
    seenOn: [...one.seenOn],
  });
