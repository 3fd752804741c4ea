import { graphql } from '../../gql/index.js';

export const CHILD_ACTIVITIES = graphql(`
  query ChildActivities {
    childActivities {
      list {
        activityId
        kind
        theme
        themeEn
        taskGoal
        childrenPart
        onDate
        startMinute
        endMinute
        venueName
        venueAddress
        outsiders
        signedUp
        mayOptOut
        refusal
      }
    }
  }
`);

export const SIGN_UP_CHILD = graphql(`
  mutation SignUpChild($input: SignUpChildInput!) {
    signUpChild(input: $input) {
      __typename
      ... on SignUpRefused {
        why
      }
    }
  }
`);

export const OPT_OUT_CHILD = graphql(`
  mutation OptOutChild($input: OptOutChildInput!) {
    optOutChild(input: $input) {
      __typename
      ... on SignUpRefused {
        why
      }
    }
  }
`);
