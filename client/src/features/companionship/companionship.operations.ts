import { graphql } from '../../gql/index.js';

export const COMPANIONSHIPS = graphql(`
  query Companionships(
    $first: Int
    $after: String
    $state: CompanionshipState
    $contactOverdue: Boolean
    $toTell: Boolean
    $uncovered: Boolean
  ) {
    everything: companionships(first: 1) {
      totalCount
    }
    companionships(
      first: $first
      after: $after
      state: $state
      contactOverdue: $contactOverdue
      toTell: $toTell
      uncovered: $uncovered
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          state
          startsOn
          endedOn
          cover {
            until
          }
          child {
            id
            name
            pseudonym
          }
          volunteer {
            id
            name
          }
        }
      }
    }
  }
`);

export const COMPANIONSHIP = graphql(`
  query Companionship($id: ID!) {
    agencySettings {
      key
      value
    }
    companionship(id: $id) {
      id
      state
      startsOn
      endedOn
      endCause
      endReason
      earlier {
        id
        endedOn
      }
      handedOnFrom {
        id
        endedOn
        volunteer {
          id
          name
        }
      }
      handedOnTo {
        id
        volunteer {
          id
          name
        }
      }
      handedOn {
        chosen
        notes {
          id
        }
      }
      cover {
        from
        until
        end
      }
      standsInFor {
        id
        volunteer {
          id
          name
        }
      }
      standIn {
        id
        state
        cover {
          until
        }
        volunteer {
          id
          name
        }
      }
      absentOn
      nextContactOn
      contacts {
        id
        kind
        happenedOn
        note
      }
      telling {
        askedAt
        answeredAt
        words
      }
      transitions
      version
      child {
        id
        name
        pseudonym
      }
      volunteer {
        id
        name
        phone
      }
      consent {
        id
        guardianName
        relation
        method
        witnessName
        serviceAgreementSignedOn
        givenOn
        validUntil
        childAnswer
        childAnsweredOn
        recordedBy
        withdrawnOn
        papers {
          id
          path
          name
          kind
          addedAt
        }
      }
      nextSteps {
        id
        text
        dueOn
        doneAt
      }
      plan {
        taskGoal
        processGoal
        meetingPlace
        contactsPerMonth
        approvedBy
        approvedOn
      }
      blockers {
        code
        rule
        clause
        findings {
          requirement
          outcome
          rule
          clause
          since
          until
          remedy
        }
      }
    }
  }
`);

export const APPROVE_PLAN = graphql(`
  mutation ApprovePlan($input: ApprovePlanInput!) {
    approvePlan(input: $input) {
      ... on Companionship {
        id
        version
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const ACTIVATE_COMPANIONSHIP = graphql(`
  mutation ActivateCompanionship($input: ActivateCompanionshipInput!) {
    activateCompanionship(input: $input) {
      ... on Companionship {
        id
        version
      }
      ... on CompanionshipBlocked {
        blockers {
          code
          rule
          clause
          findings {
            requirement
            outcome
            rule
            clause
            since
            until
            remedy
          }
        }
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const END_COMPANIONSHIP = graphql(`
  mutation EndCompanionship($input: EndCompanionshipInput!) {
    endCompanionship(input: $input) {
      ... on Companionship {
        id
        version
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const RESTART_COMPANIONSHIP = graphql(`
  mutation RestartCompanionship($input: RestartCompanionshipInput!) {
    restartCompanionship(input: $input) {
      ... on Companionship {
        id
      }
      ... on VolunteerNotEligible {
        findings {
          requirement
          outcome
          rule
          clause
          since
          until
          remedy
        }
      }
      ... on PlaceTaken {
        who
      }
      ... on UserError {
        code
      }
    }
  }
`);
