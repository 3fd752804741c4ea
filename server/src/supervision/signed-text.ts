// Exactly what a volunteer signs of a talk: the same facts give the same text, on whichever machine, and its hash is kept.
import { createHash } from 'node:crypto';

export interface SignedTalk {
  readonly id: string;
  readonly heldOn: string | undefined;
  readonly minutes: number | undefined;
  readonly kind: string;
  readonly format: string;
  readonly source: string;
  readonly topics: string | undefined;
  readonly actions: readonly { readonly personId: string; readonly text: string; readonly dueOn: string }[];
}
export interface SignedSeat {
  readonly personId: string;
  readonly wellbeing: number | undefined;
  readonly note: string | undefined;
  readonly praise: string | undefined;
}

export function signedText(talk: SignedTalk, seat: SignedSeat): string {
  const said = [talk.id, talk.heldOn ?? '', talk.minutes ?? 0, talk.kind, talk.format, talk.source, talk.topics ?? ''];
  const own = [seat.personId, seat.wellbeing ?? '', seat.note ?? '', seat.praise ?? ''];
  const agreed = talk.actions.map(({ personId, text, dueOn }) => [personId, text, dueOn]);
  return JSON.stringify([said, own, agreed]);
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
