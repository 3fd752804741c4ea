// A child opened to a reader of a company, a partner agency and to an expert, each with the family's own yes.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ChildId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { OFFERS } from '@tongxing/shared/disclosure';
import type { Role } from '@tongxing/shared/permissions';
import type { PersonActor } from '../../platform/access/index.js';
import { ChildShares } from '../../sharing/index.js';
import { familyAgrees } from '../sponsored-child.js';
import { must } from './pairs.js';

export const READERS_OUTSIDE = [
  ['CSR_COORDINATOR', 'COMPANY'],
  ['REFERRER', 'PARTNER'],
  ['EXPERT', 'EXPERT'],
] as const satisfies readonly (readonly [Role, string])[];

export interface OpenedTo {
  readonly writer: PersonActor;
  readonly readerPersonId: PersonId;
  readonly audience: (typeof READERS_OUTSIDE)[number][1];
  readonly childId: ChildId;
}

export async function addShare(app: NestExpressApplication, { writer, ...opened }: OpenedTo): Promise<void> {
  const { childId, audience } = opened;
  const offer = OFFERS.find((one) => one.audience === audience);
  if (!offer) throw new Error(`nothing is ever asked for ${audience}`);
  const { purpose, groups } = offer;
  await familyAgrees(app, writer.agencyId, childId, writer.personId, groups, { purpose, audience });
  const share = { organisation: '外面的单位', untilOn: '2027-03-01' as LocalDate, requestId: `share.${audience}` };
  must(await app.get(ChildShares).open(writer, { ...opened, ...share }));
}
