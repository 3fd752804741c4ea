import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { assertUnreachable, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { Allow, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  LocalDateType,
  make,
  perRequest,
  toCommonPayload,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { Staff } from '../../staff/staff.js';
import { StaffMemberType, toMember } from '../../staff/api/staff.types.js';
import { VolunteerLoaders } from '../../volunteers/api/volunteer.loaders.js';
import { StaffCredentials, type CredentialError, type Qualification } from '../staff-credentials.js';
import {
  CredentialRefused,
  RecordCredentialInput,
  RecordCredentialResult,
  StaffCredentialType,
  StaffQualificationType,
  TakeBackCredentialInput,
  TakeBackCredentialResult,
  toQualification,
} from './staff-credentials.types.js';

@Resolver(() => StaffMemberType)
export class StaffCredentialsResolver {
  constructor(
    private readonly credentials: StaffCredentials,
    private readonly staff: Staff,
  ) {}

  @ResolveField(() => StaffQualificationType, { description: 'Certificates, and whether they make them qualified.' })
  async qualification(
    @Parent() member: StaffMemberType,
    @Context() context: GraphqlContext,
  ): Promise<StaffQualificationType> {
    const { actor } = context;
    if (!actor) throw new Error('BUG: a colleague was reached without an actor');
    const loader = perRequest(
      context,
      'staff credentials',
      () =>
        new DataLoader<string, Qualification>(async (ids) => {
          const of = await this.credentials.of(actor.agencyId, ids);
          return ids.map(of);
        }),
    );
    return toQualification(await loader.load(fromGlobalId('Person', member.personId) ?? ''));
  }

  @ResolveField(() => LocalDateType, {
    nullable: true,
    description: 'The nearest day on which a certificate ends soon, with none of its kind after it; null: none does.',
  })
  async credentialEndsOn(
    @Parent() member: StaffMemberType,
    @Context() context: GraphqlContext,
  ): Promise<LocalDate | null> {
    const { actor } = context;
    if (!actor) throw new Error('BUG: a colleague was reached without an actor');
    const due = await perRequest(context, 'credentials due soon', () => this.credentials.dueSoon(actor.agencyId));
    return due.get(fromGlobalId('Person', member.personId) ?? '')?.[0] ?? null;
  }

  @Mutation(() => RecordCredentialResult, {
    description: 'Writes a colleague’s certificate down; it counts at once. Never one’s own.',
  })
  @Allow('staff.keepCredentials')
  async recordCredential(
    @Args('input') { personId, paperIds, ...rest }: RecordCredentialInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RecordCredentialResult> {
    const outcome = await this.credentials.record(actor, {
      kind: rest.kind,
      validFrom: rest.validFrom,
      validUntil: rest.validUntil ?? undefined,
      number: typed(rest.number),
      issuedBy: typed(rest.issuedBy),
      personId: fromGlobalId('Person', personId) ?? '',
      paperIds: (paperIds ?? []).map((id) => fromGlobalId('StoredFile', id) ?? ''),
    });
    return this.#answer(actor, outcome);
  }

  @Mutation(() => TakeBackCredentialResult, {
    description: 'Says that a certificate was written down by mistake; the row stays, and counts no longer.',
  })
  @Allow('staff.keepCredentials')
  async takeBackCredential(
    @Args('input') { staffCredentialId, reason }: TakeBackCredentialInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof TakeBackCredentialResult> {
    const id = fromGlobalId('StaffCredential', staffCredentialId) ?? '';
    return this.#answer(actor, await this.credentials.takeBack(actor, id, reason));
  }

  async #answer({ agencyId }: PersonActor, outcome: Result<PersonId, CredentialError>) {
    if (!outcome.ok) return toRefusal(outcome.error);
    const member = await this.staff.member(agencyId, outcome.value);
    return member ? toMember(member, await this.staff.offices(agencyId)) : toCommonPayload({ code: 'NOT_FOUND' });
  }
}

@Resolver(() => StaffCredentialType)
export class StaffCredentialFieldsResolver {
  constructor(private readonly loaders: VolunteerLoaders) {}

  @ResolveField(() => String, { nullable: true, description: 'Who wrote it down; null for what an import brought.' })
  recordedBy(@Parent() credential: StaffCredentialType, @Context() context: GraphqlContext): Promise<string | null> {
    return this.loaders.personName(context, credential.recordedById);
  }
}

const typed = (text: string | null | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

function toRefusal(error: CredentialError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    case 'CREDENTIAL_REFUSED':
      return make(CredentialRefused, { ...error, message: 'This person may not write that down, or take it back.' });
    default:
      return assertUnreachable(error);
  }
}
