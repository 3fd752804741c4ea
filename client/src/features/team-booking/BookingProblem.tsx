import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { BookingOutcomeFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { CallAgency } from './NoTeam.js';
import { bookingPath } from './paths.js';
import { useBookingWords } from './use-booking-words.js';

type Refused = Exclude<BookingOutcomeFragment, { __typename: 'TeamBooking' }>;

interface BookingProblemProps {
  readonly outcome: Refused;
  readonly reload: () => void;
}

/** Why a step did not happen, and what can be done instead. */
export function BookingProblem({ outcome, reload }: BookingProblemProps) {
  const format = useFormat();
  switch (outcome.__typename) {
    case 'CapacityFull':
      return <Full outcome={outcome} />;
    case 'PlacesFree':
      return (
        <p>
          <Trans>刚刚有 {outcome.places.free} 个名额空了出来，不用排队：请直接留住。</Trans>
        </p>
      );
    case 'AlreadyBooked':
      return (
        <p>
          <Trans>
            您的团队在这一天已经有预约：<Link to={bookingPath(outcome.bookingId)}>看这个预约</Link>
            。想改人数，在那里改。
          </Trans>
        </p>
      );
    case 'HoldExpired':
      return (
        <p>
          <Trans>时间到了，名额已经放开。请再看一看这一天还有没有名额。</Trans>
        </p>
      );
    case 'DayClosed':
      return (
        <p>
          <Trans>这一天现在不接待团队了。请看看别的日子。</Trans>
        </p>
      );
    case 'NoticeOver':
      return (
        <p>
          <Trans>{format.day(outcome.lastDay)} 以后要先和机构商量，不能自己改。</Trans> <CallAgency />
        </p>
      );
    case 'InvalidInput':
      return (
        <p>
          <Trans>请看一看填写的内容：人数是 1 到 500 的整数，原因在三百个字以内。</Trans>
        </p>
      );
    case 'StaleVersion':
    case 'TransitionRefused':
    case 'NotFound':
      return <CommonRefusal kind={outcome.__typename} reload={reload} />;
    default:
      return assertUnreachable(outcome);
  }
}

function Full({ outcome: { places } }: { readonly outcome: Extract<Refused, { __typename: 'CapacityFull' }> }) {
  const words = useBookingWords();
  const why = words.limit(places.binding);
  return (
    <p>
      {places.free > 0 ? (
        <Trans>
          现在只有 {places.free} 个名额：{why}。可以少来几位，也可以排队。
        </Trans>
      ) : (
        <Trans>现在没有名额了：{why}。可以排队，有名额的时候我们按顺序告诉您。</Trans>
      )}
    </p>
  );
}
