import { graphql } from '../../gql/index.js';

export const INCIDENTS = graphql(`
  query Incidents {
    incidents {
      id
      kind
      scenario
      startedAt
      endedAt
      minutes
      startedByName
      words
      lessons
      moments {
        at
        minute
        byName
        words
      }
    }
  }
`);

export const START_INCIDENT = graphql(`
  mutation StartIncident($input: StartIncidentInput!) {
    startIncident(input: $input) {
      ... on Incident {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const NOTE_INCIDENT = graphql(`
  mutation NoteIncident($input: NoteIncidentInput!) {
    noteIncident(input: $input) {
      ... on Incident {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const END_INCIDENT = graphql(`
  mutation EndIncident($input: EndIncidentInput!) {
    endIncident(input: $input) {
      ... on Incident {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);
