import { Context, Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { PaperKindEnum, type PaperView } from '../../documents/index.js';
import { Graded } from '../../platform/access/index.js';
import {
  fromGlobalId,
  InstantType,
  make,
  perRequest,
  toGlobalId,
  type GraphqlContext,
} from '../../platform/graphql/index.js';
import { AgreementScans } from '../agreement-scans.js';
import { AgreementType } from './agreements.types.js';

@ObjectType('AgreementScan', { description: 'A photo or scan of the paper on which a guardian signed.' })
@Graded('agreement', 'G5')
export class AgreementScanType {
  @Field(() => ID, { description: 'Opaque id.' }) id: string;
  @Field({ description: 'Where it is read: a path on this platform that asks again who reads.' }) path: string;
  @Field({ description: 'Its name as it was brought in.' }) name: string;
  @Field(() => PaperKindEnum, { description: 'Photo or PDF.' }) kind: PaperView['kind'];
  @Field(() => Int, { description: 'Its size in bytes.' }) bytes: number;
  @Field(() => InstantType, { description: 'When it was brought in.' }) addedAt: string;
}

@Resolver(() => AgreementType)
export class AgreementScansResolver {
  constructor(private readonly scans: AgreementScans) {}

  @ResolveField(() => [AgreementScanType], { description: 'The paper on which a guardian signed, page by page.' })
  papers(@Parent() { id }: AgreementType, @Context() context: GraphqlContext): Promise<AgreementScanType[]> {
    const loader = perRequest(
      context,
      'scans of agreement',
      () => new DataLoader<string, AgreementScanType[]>((ids) => this.#load(context, ids)),
    );
    return loader.load(fromGlobalId('Agreement', id) ?? '');
  }

  async #load({ actor }: GraphqlContext, ids: readonly string[]): Promise<AgreementScanType[][]> {
    if (!actor) return ids.map(() => []);
    const all = await this.scans.of(actor.agencyId, ids);
    return ids.map((id) => all.filter(({ subjectId }) => subjectId === id).map(toScan));
  }
}

function toScan({ id, name, kind, byteCount, createdAt }: PaperView): AgreementScanType {
  const globalId = toGlobalId('StoredFile', id);
  const path = `/files/${globalId}`;
  return make(AgreementScanType, { id: globalId, path, name, kind, bytes: byteCount, addedAt: createdAt });
}
