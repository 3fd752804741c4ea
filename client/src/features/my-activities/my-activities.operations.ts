import { graphql } from '../../gql/index.js';

export const MY_SEATS = graphql(`
  query MySeats {
    mySeats {
      id
      kind
      theme
      themeEn
      onDate
      startMinute
      endMinute
      venueName
      venueAddress
      task
      inCharge
      state
      accepted
      calledOff
      version
    }
    myActivityWishes {
      kinds
      hoursPerMonth
      restDays
      onlyFreeTimes
      version
    }
  }
`);

export const ANSWER_SEAT = graphql(`
  mutation AnswerSeat($input: AnswerSeatInput!) {
    answerSeat(input: $input) {
      __typename
    }
  }
`);

export const CHANGE_WISHES = graphql(`
  mutation ChangeMyActivityWishes($input: ChangeActivityWishesInput!) {
    changeMyActivityWishes(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);
