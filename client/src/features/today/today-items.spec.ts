import { permissionsOf } from '@tongxing/shared/permissions';
import { TODAY_ITEMS, waiting, type TodayCounts } from './today-items.js';

const NOTHING: TodayCounts = {
  concernsOpen: 0,
  childrenToTell: 0,
  contactsOverdue: 0,
  credentialsDueSoon: 0,
  proposalsToDecide: 0,
  fileRequestsToDecide: 0,
  rightsWaiting: 0,
  teamsWaiting: 0,
  companionshipsAwaitingFamily: 0,
  companionshipsAwaitingVolunteer: 0,
  companionshipsReadyToStart: 0,
  companionshipsPaused: 0,
  companionshipsUncovered: 0,
  uncoveredSince: null,
  batchesToConfirm: 0,
  batchesInProgress: 0,
  checksDueSoon: 0,
  colleagueChecksDue: 0,
  checkPapersHere: 0,
  volunteersReady: 0,
  volunteersTotal: 0,
  packsToSend: 0,
  applicationsWaiting: 0,
  childrenWaiting: 0,
};

describe('waiting', () => {
  it('asks nobody for a step that is somebody else’s', () => {
    const counts = { ...NOTHING, proposalsToDecide: 1, companionshipsAwaitingFamily: 1, batchesToConfirm: 1 };
    const director = permissionsOf(['DIRECTOR']);
    expect(waiting(counts, (permission) => director.has(permission)).map(({ count }) => count)).toEqual([
      'batchesToConfirm',
    ]);
  });

  it('offers nothing that the person may not do', () => {
    const counts = { ...NOTHING, batchesToConfirm: 2, proposalsToDecide: 1 };
    expect(waiting(counts, (permission) => permission === 'match.decide').map(({ count }) => count)).toEqual([
      'proposalsToDecide',
    ]);
  });

  it('is silent about what is empty', () => {
    expect(waiting(NOTHING, () => true)).toEqual([]);
  });

  it('puts a family that waits before paperwork', () => {
    const counts = { ...NOTHING, checksDueSoon: 5, companionshipsAwaitingFamily: 1 };
    expect(waiting(counts, () => true).map(({ count }) => count)).toEqual([
      'companionshipsAwaitingFamily',
      'checksDueSoon',
    ]);
  });

  it('puts a child’s safety on top of everything, for those in charge', () => {
    const counts = { ...NOTHING, companionshipsReadyToStart: 3, childrenToTell: 1, concernsOpen: 1 };
    expect(waiting(counts, () => true).map(({ count }) => count)).toEqual([
      'concernsOpen',
      'childrenToTell',
      'companionshipsReadyToStart',
    ]);
    const donor = permissionsOf(['DONOR', 'VOLUNTEER']);
    expect(waiting(counts, (permission) => donor.has(permission))).toEqual([]);
  });

  it('shows each number once', () => {
    expect(new Set(TODAY_ITEMS.map(({ count }) => count)).size).toBe(TODAY_ITEMS.length);
  });
});
