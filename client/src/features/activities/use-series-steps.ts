import { useMutation, type CombinedError, type OperationResult } from 'urql';
import { readFragment, type FragmentType } from '../../gql/index.js';
import type {
  CancelSeriesInput,
  ChangeSeriesInput,
  SeriesOutcomeFragment,
  SeriesStepInput,
} from '../../gql/graphql.js';
import { CANCEL_SERIES, CHANGE_SERIES, OPEN_SERIES, REVIEW_SERIES, SERIES_OUTCOME } from './series.operations.js';

export interface SeriesAnswer {
  readonly outcome: SeriesOutcomeFragment | undefined;
  readonly error: CombinedError | undefined;
}

/** Steps for an occasion of a series and all later ones. */
export function useSeriesSteps() {
  const [changing, change] = useMutation(CHANGE_SERIES);
  const [reviewing, review] = useMutation(REVIEW_SERIES);
  const [opening, open] = useMutation(OPEN_SERIES);
  const [cancelling, cancel] = useMutation(CANCEL_SERIES);
  return {
    busy: changing.fetching || reviewing.fetching || opening.fetching || cancelling.fetching,
    change: async (input: ChangeSeriesInput) => answer(await change({ input }), (data) => data.changeSeries),
    review: async (input: SeriesStepInput) => answer(await review({ input }), (data) => data.reviewSeries),
    open: async (input: SeriesStepInput) => answer(await open({ input }), (data) => data.openSeries),
    cancel: async (input: CancelSeriesInput) => answer(await cancel({ input }), (data) => data.cancelSeries),
  };
}

function answer<Data>(
  { data, error }: OperationResult<Data>,
  read: (data: Data) => FragmentType<typeof SERIES_OUTCOME>,
): SeriesAnswer {
  return { outcome: data ? readFragment(SERIES_OUTCOME, read(data)) : undefined, error };
}
