import { make, NotFound, toCommonPayload, toGlobalId, type NotFoundError } from '../../platform/graphql/index.js';
import { MarksUnread } from '../../progress/index.js';
import type { CompanyPackView } from '../company-packs.js';
import type { PackHead } from '../pack-heads.js';
import type { MarksUnreadError, ThanksView } from '../pack-thanks.js';
import type { EditionView, LineView, PackView, SendError } from '../packs.js';
import {
  CompanyPackType,
  PackEditionType,
  PackHeadType,
  PackLineType,
  PackThanksListType,
  PackThanksType,
  TeamPackType,
  ThanksNotReleased,
  ToldLineType,
} from './packs.types.js';

export function toHead({ pack, team, theme, themeEn }: PackHead, today: string): PackHeadType {
  const { onDate, dueOn, edition, sentAt } = pack;
  const overdue = sentAt === null && dueOn < today;
  const id = toGlobalId('TeamPack', pack.id);
  return make(PackHeadType, { id, teamName: team.name, theme, themeEn, onDate, dueOn, overdue, edition, sentAt });
}

const toLine = ({ name, minutes }: LineView): PackLineType => make(PackLineType, { name, minutes });

function toEdition({ edition: { number, sentAt, hash }, words, sentBy }: EditionView): PackEditionType {
  const { debrief, outcomes, why } = words;
  return make(PackEditionType, { number, sentAt, sentBy, hash, debrief, outcomes, why });
}

export function toPack({ head, lines, missed, evaluation, editions }: PackView, today: string): TeamPackType {
  const { id, activityId, version } = head.pack;
  return make(TeamPackType, {
    ...{ id: toGlobalId('TeamPack', id), activityId: toGlobalId('Activity', activityId), version },
    ...{ head: toHead(head, today), lines: lines.map(toLine), missed, evaluation, editions: editions.map(toEdition) },
  });
}

export function toCompanyPack({ head, told, lines, thanks }: CompanyPackView, today: string): CompanyPackType {
  return make(CompanyPackType, {
    ...{ head: toHead(head, today), told: toEdition(told) },
    lines: lines.map(({ id, name, minutes }) =>
      make(ToldLineType, { id: toGlobalId('TeamPackLine', id), name, minutes }),
    ),
    ...{ participants: head.pack.children, thanks: [...thanks] },
  });
}

export const toThanks = (views: readonly ThanksView[]): PackThanksListType =>
  make(PackThanksListType, {
    thanks: views.map(({ said, agreed, marks, looked, ownLook, released }) =>
      make(PackThanksType, {
        ...{ id: toGlobalId('ActivityChild', said.id), words: said.words },
        ...{ agreed, marks, looked, ownLook, released },
      }),
    ),
  });

export const toLookRefusal = (error: MarksUnreadError | NotFoundError) =>
  error.code === 'MARKS_UNREAD'
    ? make(MarksUnread, { ...error, message: 'Not all that is marked was looked at.' })
    : make(NotFound, { code: error.code, message: 'No such words.' });

export function toSendRefusal(error: SendError) {
  switch (error.code) {
    case 'MARKS_UNREAD':
      return toLookRefusal(error);
    case 'THANKS_NOT_RELEASED':
      return make(ThanksNotReleased, { code: error.code, message: 'Some of the words may not be told now.' });
    default:
      return toCommonPayload(error);
  }
}
