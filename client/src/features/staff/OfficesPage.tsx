import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { OfficeCard } from './OfficeCard.js';
import { OfficeNameForm } from './OfficeNameForm.js';
import { PostPeriod } from './PostPeriod.js';
import { STAFF_LIST } from './staff.operations.js';
import { openOffices, type StaffList } from './staff-view.js';
import styles from './staff.module.css';

/** Places from which the agency works, and who works where. */
export default function OfficesPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: STAFF_LIST });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`服务点`}
      lead={<Trans>在一个服务点的同事，只看到那里的和全机构共有的人。</Trans>}
      actions={
        <LinkButton to="/agency/staff" variant="default">
          <Trans context="several">同事</Trans>
        </LinkButton>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : data ? (
        <>
          <OpenOffices staff={data.staffList} reload={reload} />
          {may('staff.change') ? (
            <Section title={<Trans>开一个服务点</Trans>}>
              <Card>
                <OfficeNameForm reload={reload} />
              </Card>
            </Section>
          ) : null}
          <ClosedOffices staff={data.staffList} />
        </>
      ) : (
        <LoadingState lines={6} />
      )}
      <WhoSees permission="staff.read" />
    </Page>
  );
}

function OpenOffices({ staff, reload }: { readonly staff: StaffList; readonly reload: () => void }) {
  const open = openOffices(staff.offices);
  if (open.length === 0) {
    return (
      <EmptyState drawing={<OpenWindow />} title={<Trans>还没有服务点</Trans>}>
        <p>
          <Trans>不分服务点也可以：同事看到全机构的人。有了几处地方，再开服务点。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles['posts']}>
      {open.map((office) => (
        <li key={office.id}>
          <OfficeCard office={office} staff={staff} reload={reload} />
        </li>
      ))}
    </ul>
  );
}

function ClosedOffices({ staff }: { readonly staff: StaffList }) {
  const closed = staff.offices.filter(({ endsOn }) => endsOn != null);
  if (closed.length === 0) return null;
  return (
    <Section title={<Trans>关了的服务点</Trans>}>
      <ul className={styles['duties']}>
        {closed.map((office) => (
          <li key={office.id}>
            {office.name}{' '}
            <span className={styles['quiet']}>
              <PostPeriod {...office} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
