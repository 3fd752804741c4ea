import { make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { DayTerms } from '../domain/day.js';
import type { VolunteerTeam } from '../team.entities.js';
import type { CoordinatorError, TeamView } from '../teams.js';
import {
  CannotInvite,
  TeamCoordinatorType,
  TeamCostLineType,
  TeamNameType,
  TeamOfferType,
  VolunteerTeamType,
} from './teams.types.js';

export const toTeamName = ({ id, kind, name, shortName }: VolunteerTeam): TeamNameType =>
  make(TeamNameType, { id: toGlobalId('VolunteerTeam', id), kind, name, shortName });

export function toTeam({ team, coordinators }: TeamView): VolunteerTeamType {
  const { kind, name, shortName, state, version } = team;
  return make(VolunteerTeamType, {
    ...{ kind, name, shortName, state, version },
    id: toGlobalId('VolunteerTeam', team.id),
    coordinators: coordinators.map((one) =>
      make(TeamCoordinatorType, { id: toGlobalId('TeamCoordinator', one.id), name: one.name }),
    ),
  });
}

export const toCostLines = (lines: DayTerms['costLines']): TeamCostLineType[] =>
  lines.map((line) => make(TeamCostLineType, { ...line }));

export function toOffer(terms: DayTerms, version: number): TeamOfferType {
  const { guestsPerWorker, guestsPerChild, visitsPerMonth, hasOtherTasks, otherTasks } = terms;
  const { checkLeadDays, cutOffDays, noticeDays, costLines } = terms;
  return make(TeamOfferType, {
    ...{ guestsPerWorker, guestsPerChild, visitsPerMonth, hasOtherTasks, otherTasks, version },
    ...{ checkLeadDays, cutOffDays, noticeDays, costLines: toCostLines(costLines) },
  });
}

export function toInviteRefusal(error: CoordinatorError) {
  switch (error.code) {
    case 'INVALID_INPUT':
    case 'NOT_FOUND':
      return toCommonPayload(error);
    default:
      return make(CannotInvite, { code: error.code, message: 'The invitation cannot be sent.' });
  }
}
