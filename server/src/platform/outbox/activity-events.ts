// What happened around activities and the seats at them: ids and counts.
import type { PersonId } from '@tongxing/shared/kernel';

export interface ActivityEvents {
  /** Volunteers were given seats at activities of a month, and are asked whether they come. */
  SeatsPublished: { readonly personIds: readonly PersonId[] };
  /** Seats that volunteers were told of are none any more: taken off, or the activity was called off. */
  SeatsEnded: { readonly personIds: readonly PersonId[] };
  /** A volunteer cannot come; whoever told them of the seat hears it. */
  SeatDeclined: { readonly workerPersonId: PersonId; readonly month: string };
  /** An activity was called off: what stood on it falls. */
  ActivityCancelled: { readonly activityId: string };
  /** The attendance of an activity was closed: who was there is known from now on. */
  AttendanceClosed: { readonly activityId: string; readonly closedBy: PersonId };
  /** An activity was looked back on and closed: teams that came are told of it. */
  ActivityClosed: { readonly activityId: string };
  /** An open activity has another time: everybody whom it concerns, each of them once. */
  ActivityMoved: {
    readonly activityId: string;
    /** In charge of it. */
    readonly workerIds: readonly PersonId[];
    /** Whoever else comes, with the page on which they find more. */
    readonly guests: readonly { readonly personIds: readonly PersonId[]; readonly path: string }[];
  };
}
