import { graphql } from '../../gql/index.js';

export const SERIES = graphql(`
  query ActivitySeriesOf($id: ID!) {
    activity(id: $id) {
      id
      series {
        name
        every
        occasions {
          activityId
          theme
          onDate
          startMinute
          endMinute
          state
        }
      }
    }
  }
`);

export const SERIES_DAYS = graphql(`
  query SeriesDays($onDate: LocalDate!, $repeat: RepeatInput!) {
    seriesDays(onDate: $onDate, repeat: $repeat) {
      ... on SeriesDays {
        days
        skipped {
          day
          mark
          name
          nameEn
        }
        kept {
          day
          mark
          name
          nameEn
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

export const PLAN_SERIES = graphql(`
  mutation PlanActivitySeries($input: PlanActivitySeriesInput!) {
    planActivitySeries(input: $input) {
      __typename
      ... on Activity {
        id
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

export const SERIES_OUTCOME = graphql(`
  fragment SeriesOutcome on StepSeriesResult {
    __typename
    ... on SeriesStepped {
      stepped
      left {
        activityId
        onDate
        why
      }
    }
    ... on SeriesHeld {
      held {
        activityId
        onDate
        names
      }
    }
    ... on InvalidInput {
      fields {
        field
        code
      }
    }
  }
`);

export const CHANGE_SERIES = graphql(`
  mutation ChangeSeries($input: ChangeSeriesInput!) {
    changeSeries(input: $input) {
      ...SeriesOutcome
    }
  }
`);

export const REVIEW_SERIES = graphql(`
  mutation ReviewSeries($input: SeriesStepInput!) {
    reviewSeries(input: $input) {
      ...SeriesOutcome
    }
  }
`);

export const OPEN_SERIES = graphql(`
  mutation OpenSeries($input: SeriesStepInput!) {
    openSeries(input: $input) {
      ...SeriesOutcome
    }
  }
`);

export const CANCEL_SERIES = graphql(`
  mutation CancelSeries($input: CancelSeriesInput!) {
    cancelSeries(input: $input) {
      ...SeriesOutcome
    }
  }
`);
