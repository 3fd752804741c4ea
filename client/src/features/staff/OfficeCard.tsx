import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { CloseOfficeForm } from './CloseOfficeForm.js';
import { OfficeNameForm } from './OfficeNameForm.js';
import { membersOf, standingPosts, type Office, type StaffList } from './staff-view.js';
import styles from './staff.module.css';

interface OfficeCardProps {
  readonly office: Office;
  readonly staff: StaffList;
  readonly reload: () => void;
}

/** One office, who works there, and for the director its name and its end. */
export function OfficeCard({ office, staff, reload }: OfficeCardProps) {
  const may = useMay();
  const format = useFormat();
  return (
    <Card>
      <div className={styles['stack']}>
        <div>
          <h2 className={styles['name']}>{office.name}</h2>
          <p className={styles['quiet']}>
            <Trans>{format.day(office.startsOn)} 开的</Trans>
          </p>
        </div>
        <WhoWorksHere office={office} staff={staff} />
        {may('staff.change') ? (
          <>
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>改名</Trans>
              </summary>
              <OfficeNameForm key={office.name} office={office} reload={reload} />
            </details>
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>关掉这个服务点</Trans>
              </summary>
              <CloseOfficeForm office={office} offices={staff.offices} reload={reload} />
            </details>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function WhoWorksHere({ office, staff }: Pick<OfficeCardProps, 'office' | 'staff'>) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { agency } = useViewer();
  const members = membersOf(staff.members, office.id, agency.today);
  if (members.length === 0) {
    return (
      <p className={styles['line']}>
        <Trans>现在没有同事只在这里工作；全机构的同事都照看这里。</Trans>
      </p>
    );
  }
  return (
    <ul className={styles['duties']}>
      {members.map((member) => {
        const here = standingPosts(member, agency.today).filter((post) => post.officeId === office.id);
        return (
          <li key={member.personId}>
            <Link to={`/agency/staff/${encodeURIComponent(member.personId)}`}>{member.name}</Link>{' '}
            <span className={styles['quiet']}>{format.list(here.map((post) => i18n._(ROLE_WORDS[post.role])))}</span>
          </li>
        );
      })}
    </ul>
  );
}
