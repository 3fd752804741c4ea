import { graphql } from '../../gql/index.js';

export const WORK_STANDING = graphql(`
  query WorkStanding($personId: ID!) {
    workStanding(personId: $personId) {
      personId
      name
      refusal
      stop {
        id
        stoppedAt
        stoppedByName
        byViewer
        reason
        words
      }
      consequences {
        devices
        invitations
        companionships
        links
      }
    }
  }
`);

export const STOP_WORK = graphql(`
  mutation StopWork($input: StopWorkInput!) {
    stopWork(input: $input) {
      ... on WorkStanding {
        personId
      }
      ... on StopRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const RESUME_WORK = graphql(`
  mutation ResumeWork($input: ResumeWorkInput!) {
    resumeWork(input: $input) {
      ... on WorkStanding {
        personId
      }
      ... on StopRefused {
        why
      }
      ... on UserError {
        code
      }
    }
  }
`);
