// A talk as the one who leads it reads it; of talks that somebody else led there are the days, and what was agreed.
import type { PersonId } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { make, toGlobalId } from '../../platform/graphql/index.js';
import type { ActionView, SessionView } from '../sessions.repository.js';
import { ActionType, SeatType, SessionType } from './supervision.types.js';

export type Names = ReadonlyMap<string, string>;

export const peopleOf = (sessions: readonly SessionView[]): PersonId[] =>
  sessions.flatMap(({ leaderId, seats, actions }) => [
    leaderId,
    ...seats.map(({ personId }) => personId),
    ...actions.map(({ personId }) => personId),
  ]);

export function toSession(actor: PersonActor, session: SessionView, lead: boolean, names: Names): SessionType {
  const { kind, format, source, state, plannedOn, startMinute, version, seats } = session;
  const mine = lead || session.leaderId === actor.personId;
  return make(SessionType, {
    ...{ kind, format, source, state, plannedOn, startMinute, version, mine },
    id: toGlobalId('SupervisionSession', session.id),
    heldOn: session.heldOn ?? null,
    minutes: session.minutes ?? null,
    leaderName: names.get(session.leaderId) ?? '',
    topics: mine ? (session.topics ?? null) : null,
    signedAt: session.signedAt ?? null,
    missedFor: session.missedFor ?? null,
    seats: seats.map((seat) =>
      make(SeatType, {
        volunteerId: toGlobalId('Volunteer', seat.volunteerId),
        name: names.get(seat.personId) ?? '',
        came: seat.came,
        wish: mine ? (seat.wish ?? null) : null,
        wellbeing: mine ? (seat.wellbeing ?? null) : null,
        note: mine ? (seat.note ?? null) : null,
        praise: mine ? (seat.praise ?? null) : null,
        signedAt: seat.signedAt ?? null,
      }),
    ),
    actions: session.actions.map((action) => toAction(action, session, names)),
  });
}

export function toAction(action: ActionView, { seats }: Pick<SessionView, 'seats'>, names: Names): ActionType {
  const seat = seats.find(({ personId }) => personId === action.personId);
  return make(ActionType, {
    id: toGlobalId('SupervisionAction', action.id),
    name: names.get(action.personId) ?? '',
    volunteerId: seat ? toGlobalId('Volunteer', seat.volunteerId) : null,
    text: action.text,
    dueOn: action.dueOn,
    doneAt: action.doneAt ?? null,
  });
}
