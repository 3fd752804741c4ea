import { graphql } from '../../gql/index.js';

export const TODAY = graphql(`
  query Today {
    today {
      concernsOpen
      childrenToTell
      contactsOverdue
      credentialsDueSoon
      proposalsToDecide
      fileRequestsToDecide
      rightsWaiting
      teamsWaiting
      companionshipsAwaitingFamily
      companionshipsAwaitingVolunteer
      companionshipsReadyToStart
      companionshipsPaused
      companionshipsUncovered
      uncoveredSince
      batchesToConfirm
      batchesInProgress
      checksDueSoon
      colleagueChecksDue
      checkPapersHere
      volunteersReady
      volunteersTotal
      childrenWaiting
      packsToSend
      applicationsWaiting
    }
  }
`);
