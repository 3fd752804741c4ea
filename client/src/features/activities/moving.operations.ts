import { graphql } from '../../gql/index.js';

export const MOVE_PREVIEW = graphql(`
  query ActivityMove($input: ActivityMoveInput!) {
    activityMove(input: $input) {
      __typename
      ... on ActivityMovePreview {
        conflicts {
          code
          hard
          names
          count
          otherId
          theme
          startMinute
          endMinute
          needs
        }
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);

export const MOVE_ACTIVITY = graphql(`
  mutation MoveActivity($input: MoveActivityInput!) {
    moveActivity(input: $input) {
      __typename
      ... on Activity {
        id
        version
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);
