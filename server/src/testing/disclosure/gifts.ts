// A donor stands beside a child, with a card that they read and one that they do not.
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ChildId, PersonId } from '@tongxing/shared/kernel';
import { Sponsorships } from '../../giving/index.js';
import { ProgressCards } from '../../progress/index.js';
import type { PersonActor } from '../../platform/access/index.js';
import { familyAgrees } from '../sponsored-child.js';
import { must } from './pairs.js';

export interface Gift {
  readonly writer: PersonActor;
  readonly reader: PersonActor;
  readonly donorPersonId: PersonId;
  readonly childId: ChildId;
}

export async function addGift(app: NestExpressApplication, { writer, reader, donorPersonId, childId }: Gift) {
  const [sponsorships, cards] = [app.get(Sponsorships), app.get(ProgressCards)];
  const made = must(await sponsorships.match(writer, { childId, donorPersonId, requestId: `gift.${childId}` }));
  await familyAgrees(app, writer.agencyId, childId, writer.personId);
  const { id, version } = made;
  must(await sponsorships.step(writer, { id, version, step: 'BEGIN', endReason: undefined }));
  const words = { title: '种豆', text: '豆苗长出了第三片叶子。', progressCardId: undefined, version: undefined };
  const draft = { ...words, childId, submit: true };
  let card = must(await cards.save(writer, { ...draft, requestId: `card.${childId}` }));
  for (const step of ['REVIEW', 'RELEASE'] as const) {
    card = must(await cards.step(reader, { id: card.id, step, note: '', marksSeen: 9, version: card.version }));
  }
  must(await cards.save(writer, { ...draft, requestId: `draft.${childId}` }));
}
