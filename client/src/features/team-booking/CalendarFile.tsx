import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { TEAM_BOOKING_CALENDAR } from './team-booking.operations.js';

/** The agreed day for the reader's own calendar. */
export function CalendarFile({ bookingId }: { readonly bookingId: string }) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const variables = { id: bookingId };
    const { data } = await client.query(TEAM_BOOKING_CALENDAR, variables, { requestPolicy: 'network-only' });
    setBusy(false);
    const text = data?.myTeamBookingCalendar;
    setFailed(!text);
    if (text) save(text);
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void download()}>
        <Trans>放进我的日历</Trans>
      </Button>
      {failed ? (
        <p role="alert">
          <Trans>日历文件没有取到，请再试一次。</Trans>
        </p>
      ) : null}
    </>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tongxing-team-day.ics';
  link.click();
  URL.revokeObjectURL(url);
}
