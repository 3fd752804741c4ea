import type { Result } from '@tongxing/shared/kernel';
import type { SeriesDays, SeriesProblem, SeriesWish, SkippedDay } from '@tongxing/shared/rules';
import { make, toCommonPayload, toGlobalId } from '../../platform/graphql/index.js';
import type { Activity } from '../activity.entities.js';
import type { SeriesView } from '../series/series-plans.js';
import type { SeriesError, SeriesStepped } from '../series/series-steps.js';
import {
  ActivitySeriesType,
  SeriesDaysType,
  SeriesHeld,
  SeriesHeldOccasionType,
  SeriesLeftType,
  SeriesMarkedDayType,
  SeriesOccasionType,
  SeriesSteppedType,
  type RepeatInput,
} from './series.types.js';

const globalId = ({ id }: Activity): string => toGlobalId('Activity', id);
const toMarked = ({ day, mark, name, nameEn }: SkippedDay): SeriesMarkedDayType =>
  make(SeriesMarkedDayType, { day, mark, name, nameEn });

export const wishOf = ({ every, times, until, keep }: RepeatInput): SeriesWish => ({
  ...{ every, keep, times: times ?? undefined, until: until ?? undefined },
});

export function toDays(found: Result<SeriesDays, readonly SeriesProblem[]>) {
  if (!found.ok) return toCommonPayload({ code: 'INVALID_INPUT', fields: [...found.error] });
  const { days, skipped, kept } = found.value;
  return make(SeriesDaysType, { days: [...days], skipped: skipped.map(toMarked), kept: kept.map(toMarked) });
}

export const toSeries = ({ series, occasions }: SeriesView): ActivitySeriesType =>
  make(ActivitySeriesType, {
    ...{ name: series.name, every: series.every },
    occasions: occasions.map((one) => {
      const { theme, onDate, startMinute, endMinute, state } = one;
      return make(SeriesOccasionType, { activityId: globalId(one), theme, onDate, startMinute, endMinute, state });
    }),
  });

export function toStepped(outcome: Result<SeriesStepped, SeriesError>) {
  if (outcome.ok) {
    const { stepped, left } = outcome.value;
    const toLeft = ({ activity, why }: (typeof left)[number]) =>
      make(SeriesLeftType, { activityId: globalId(activity), onDate: activity.onDate, why });
    return make(SeriesSteppedType, { stepped, left: left.map(toLeft) });
  }
  const { error } = outcome;
  switch (error.code) {
    case 'SERIES_HELD':
      return make(SeriesHeld, {
        ...{ code: error.code, message: 'Teams count on some of these days.' },
        held: error.held.map(({ activity, names }) =>
          make(SeriesHeldOccasionType, {
            ...{ activityId: globalId(activity), onDate: activity.onDate, names: [...names] },
          }),
        ),
      });
    case 'PLAN_INCOMPLETE':
    case 'TIME_TAKEN':
    case 'OWN_PLAN':
      throw new Error(`BUG: ${error.code} is the matter of one occasion`);
    default:
      return toCommonPayload(error);
  }
}
