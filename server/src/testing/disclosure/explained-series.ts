// The same for plans and series of activities.
export const SERIES_NOT_EXERCISED: Readonly<Record<string, string>> = {
  cancelSeries: 'takes an occasion of a series, of which this world has none; series.int-spec.ts makes some',
  changeSeries: 'the same as cancelSeries',
  openSeries: 'the same as cancelSeries',
  reviewSeries: 'the same as cancelSeries',
  signUpChild: 'takes an open activity, of which this world has none; guardian-sign-ups.int-spec.ts signs up',
  optOutChild: 'the same as signUpChild',
};

export const SERIES_IDS_NOT_TRIED: Readonly<Record<string, string>> = {
  'planActivity.input.inChargeIds':
    'colleagues of the agency are named beside a venue; activities.int-spec.ts tries others’',
  'changeActivity.input.inChargeIds': 'the same',
  'planActivitySeries.input.inChargeIds': 'the same as planActivity.input.inChargeIds',
  'changeSeries.input.inChargeIds': 'the same as planActivity.input.inChargeIds',
};
