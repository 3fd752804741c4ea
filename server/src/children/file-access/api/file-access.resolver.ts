import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { VolunteerLoaders } from '../../../people/index.js';
import { Allow, OfGrade, rowsFor, type PersonActor } from '../../../platform/access/index.js';
import {
  fromGlobalId,
  make,
  perRequest,
  toCommonPayload,
  type GraphqlContext,
} from '../../../platform/graphql/index.js';
import { ChildType } from '../../api/child.types.js';
import { Children } from '../../children.js';
import { FileAccesses, type FileStanding } from '../file-access.js';
import {
  ChildFile,
  CloseFileInput,
  CloseFileResult,
  DecideFileAccessInput,
  DecideFileAccessResult,
  FileAccessType,
  RequestFileAccessInput,
  RequestFileAccessResult,
  SamePersonMayNotDecide,
  toChildFile,
  toFileAccess,
} from './file-access.types.js';

type Outcome = Awaited<ReturnType<FileAccesses['decide']>>;

@Resolver(() => FileAccessType)
export class FileAccessResolver {
  constructor(
    private readonly accesses: FileAccesses,
    private readonly children: Children,
    private readonly names: VolunteerLoaders,
  ) {}

  @Query(() => [FileAccessType], { description: 'Wishes of others that wait for this person, the oldest first.' })
  @Allow('file.decide')
  async fileRequests(@Context('actor') actor: PersonActor): Promise<FileAccessType[]> {
    return (await this.accesses.pending(actor)).map(toFileAccess);
  }

  @Mutation(() => RequestFileAccessResult, { description: 'Opens a closed file for a reason, or asks for it.' })
  @Allow('file.request')
  async requestFileAccess(
    @Args('input') { childId, reason, requestId }: RequestFileAccessInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof RequestFileAccessResult> {
    const id = fromGlobalId('Child', childId) ?? '';
    const outcome = await this.accesses.request(actor, { childId: id, reason, requestId });
    return outcome.ok ? toFileAccess(outcome.value) : toCommonPayload(outcome.error);
  }

  @Mutation(() => DecideFileAccessResult, { description: 'A second person’s word on a wish that waits.' })
  @Allow('file.decide')
  async decideFileAccess(
    @Args('input') { accessId, approve, version }: DecideFileAccessInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof DecideFileAccessResult> {
    return toPayload(await this.accesses.decide(actor, { id: rowId(accessId), approve, version }));
  }

  @Mutation(() => CloseFileResult, { description: 'Takes the own wish back, or closes the file before its time.' })
  @Allow('file.request')
  async closeFile(
    @Args('input') { accessId, version }: CloseFileInput,
    @Context('actor') actor: PersonActor,
  ): Promise<typeof CloseFileResult> {
    return toPayload(await this.accesses.withdraw(actor, { id: rowId(accessId), version }));
  }

  @ResolveField(() => String, { description: 'Name of whoever asked.' })
  async requestedBy(@Parent() access: FileAccessType, @Context() context: GraphqlContext): Promise<string> {
    return (await this.names.personName(context, access.requestedById)) ?? '';
  }

  @ResolveField(() => String, { description: 'The child behind a pseudonym.' })
  @OfGrade('G3')
  async pseudonym(@Parent() access: FileAccessType, @Context('actor') actor: PersonActor): Promise<string> {
    const id = fromGlobalId('Child', access.childId) ?? '';
    return (await this.children.find(rowsFor(actor, 'file.request'), id))?.pseudonym ?? '';
  }
}

@Resolver(() => ChildType)
export class ChildFileResolver {
  constructor(private readonly accesses: FileAccesses) {}

  @ResolveField(() => ChildFile, {
    description: 'Home circumstances: open to this reader, or closed until a reason is given.',
  })
  @OfGrade('G3')
  async file(@Parent() { view }: ChildType, @Context() context: GraphqlContext): Promise<typeof ChildFile> {
    return toChildFile(view, await this.#standings(context).load(view.id));
  }

  #standings(context: GraphqlContext): DataLoader<string, FileStanding> {
    return perRequest(context, ChildFileResolver, () => {
      const { actor } = context;
      return new DataLoader<string, FileStanding>(async (ids) => {
        const known = actor?.kind === 'person' ? await this.accesses.standings(actor, ids) : undefined;
        return ids.map((id) => known?.get(id) ?? { open: false, approvalNeeded: true, hours: 0 });
      });
    });
  }
}

function toPayload(outcome: Outcome): typeof DecideFileAccessResult {
  if (outcome.ok) return toFileAccess(outcome.value);
  const { error } = outcome;
  if (error.code !== 'SAME_PERSON_MAY_NOT_DECIDE') return toCommonPayload(error);
  return make(SamePersonMayNotDecide, {
    code: error.code,
    message: 'A second person decides what this one asked for.',
  });
}

/** Another kind of id is no wish's: it answers as a missing one. */
const rowId = (globalId: string) => fromGlobalId('FileAccess', globalId) ?? '';
