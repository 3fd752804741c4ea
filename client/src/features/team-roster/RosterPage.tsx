import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { Roster_AllFragment } from '../../gql/graphql.js';
import { Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { DayFacts, GUEST_DAY, useTheme } from '../team-day/index.js';
import { InviteColleagues } from './InviteColleagues.js';
import { JoinLink } from './JoinLink.js';
import { LockRoster } from './LockRoster.js';
import { RosterLines } from './RosterLines.js';
import { RosterNumbers } from './RosterNumbers.js';
import { TakeLists } from './TakeLists.js';
import { ROSTER, ROSTER_PART } from './team-roster.operations.js';

/** Who comes with a team: one link for everybody, who is clear, and the lock. */
export default function RosterPage({ home }: { readonly home: string }) {
  const { bookingId = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: ROSTER,
    variables: { bookingId },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  if (!data.roster) return <NotFoundState home={home} />;
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return <RosterView roster={readFragment(ROSTER_PART, data.roster)} reload={reload} />;
}

export interface RosterProps {
  readonly roster: Roster_AllFragment;
  readonly reload: () => void;
}

function RosterView({ roster, reload }: RosterProps) {
  const { t } = useLingui();
  const theme = useTheme();
  const day = readFragment(GUEST_DAY, roster.day);
  return (
    <Page
      title={t`${theme(day)}：名单`}
      lead={<Trans>把一个链接发给同事，在这里看谁已经准备好。为什么没准备好，只有本人和机构知道细节。</Trans>}
    >
      <DayFacts day={day} />
      <RosterNumbers roster={roster} />
      <Section title={<Trans>报名的链接</Trans>}>
        <JoinLink roster={roster} reload={reload} />
      </Section>
      <Section title={<Trans>按名单发链接</Trans>}>
        <InviteColleagues roster={roster} reload={reload} />
      </Section>
      <Section title={<Trans>同事</Trans>}>
        <RosterLines roster={roster} reload={reload} />
      </Section>
      <Section title={<Trans>锁定名单</Trans>}>
        <LockRoster roster={roster} reload={reload} />
      </Section>
      {roster.lines.length > 0 ? (
        <Section title={<Trans>带走名单</Trans>}>
          <TakeLists roster={roster} />
        </Section>
      ) : null}
    </Page>
  );
}
