import { Trans } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { EmptyState } from '../../ui/states/EmptyState.js';

/** Somebody signed in who books for no team: what is missing, and who mends it. */
export function NoTeam() {
  const { agency } = useViewer();
  return (
    <EmptyState drawing={<PathsApart />} title={<Trans>还没有登记您替哪个团队预约</Trans>}>
      <p>
        <Trans>请机构把您登记为团队的联系人，登记以后就能看名额、预约日子。</Trans> <CallAgency />
      </p>
      <p>{agency.name}</p>
    </EmptyState>
  );
}

/** Whom to call, as a link where there is a number. */
export function CallAgency() {
  const { agency } = useViewer();
  return agency.contactPhone ? (
    <Trans>
      电话：<a href={`tel:${agency.contactPhone}`}>{agency.contactPhone}</a>
    </Trans>
  ) : (
    <Trans>请联系平时和您对接的工作人员。</Trans>
  );
}
