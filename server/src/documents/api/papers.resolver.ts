import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { StaffMemberType, VolunteerType } from '../../people/index.js';
import { Access } from '../../platform/access/index.js';
import { fromGlobalId, perRequest, type GraphqlContext } from '../../platform/graphql/index.js';
import { Documents } from '../documents.js';
import { VOLUNTEER_PAPERS } from '../volunteer-papers.js';
import { StaffPaperType, toStaffPaper, toVolunteerPaper, VolunteerPaperType } from './paper.types.js';

@Resolver(() => VolunteerType)
export class VolunteerPapersResolver {
  constructor(
    private readonly documents: Documents,
    private readonly access: Access,
  ) {}

  @ResolveField(() => [VolunteerPaperType], {
    description: 'Certificates and agreements on the card, the oldest first; none of a volunteer of another office.',
  })
  papers(@Parent() volunteer: VolunteerType, @Context() context: GraphqlContext): Promise<VolunteerPaperType[]> {
    const loader = perRequest(
      context,
      'papers of volunteer',
      () => new DataLoader<string, VolunteerPaperType[]>((ids) => this.#load(context, ids)),
    );
    return loader.load(volunteer.view.id);
  }

  /** A companion from another office is known through the pair; their papers stay with their own office. */
  async #load({ actor }: GraphqlContext, ids: readonly string[]): Promise<VolunteerPaperType[][]> {
    if (!actor) return ids.map(() => []);
    const own = await this.access.allowed(actor, 'volunteer.read', ids);
    const papers = await this.documents.ofSubjects(actor.agencyId, [...own], VOLUNTEER_PAPERS);
    return ids.map((id) => papers.filter(({ subjectId }) => subjectId === id).map(toVolunteerPaper));
  }
}

@Resolver(() => StaffMemberType)
export class StaffPapersResolver {
  constructor(private readonly documents: Documents) {}

  @ResolveField(() => [StaffPaperType], { description: 'Photos or scans of their certificates, the oldest first.' })
  papers(@Parent() member: StaffMemberType, @Context() context: GraphqlContext): Promise<StaffPaperType[]> {
    const loader = perRequest(
      context,
      'papers of colleague',
      () => new DataLoader<string, StaffPaperType[]>((ids) => this.#load(context, ids)),
    );
    return loader.load(fromGlobalId('Person', member.personId) ?? '');
  }

  async #load({ actor }: GraphqlContext, ids: readonly string[]): Promise<StaffPaperType[][]> {
    if (!actor) return ids.map(() => []);
    const papers = await this.documents.ofSubjects(actor.agencyId, ids, ['STAFF_CREDENTIAL']);
    return ids.map((id) => papers.filter(({ subjectId }) => subjectId === id).map(toStaffPaper));
  }
}
