import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { ServiceChecks } from '../checks/index.js';
import { Credentials } from '../credentials/index.js';
import { ResetFactors } from '../factors/index.js';
import { InviteCard, type InviteCardProps } from '../invitations/index.js';
import { GrantRoleForm } from './GrantRoleForm.js';
import { InviteAgainForm } from './InviteAgainForm.js';
import { PostList } from './PostList.js';
import { PostPeriod, PostPlace } from './PostPeriod.js';
import { STAFF_LIST } from './staff.operations.js';
import type { Member, StaffList } from './staff-view.js';
import styles from './staff.module.css';
import { StopWork } from './StopWork.js';

/** One colleague: dated roles, the account, and the switch that stops all work. */
export default function StaffMemberPage() {
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: STAFF_LIST });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const member = data.staffList.members.find(({ personId }) => personId === id);
  if (!member) return <NotFoundState home="/agency/staff" />;
  return <Colleague key={member.personId} member={member} staff={data.staffList} reload={reload} />;
}

interface ColleagueProps {
  readonly member: Member;
  readonly staff: StaffList;
  readonly reload: () => void;
}

function Colleague({ member, staff, reload }: ColleagueProps) {
  const may = useMay();
  const viewer = useViewer();
  const change = may('staff.change');
  const own = member.personId === viewer.id;
  return (
    <Page title={member.name} lead={<Trans>每项职责都有开始和结束的日子，改动会写进操作记录。</Trans>}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Section title={<Trans>职责</Trans>}>
            <PostList member={member} members={staff.members} reload={reload} />
            <Awaited member={member} />
            {change && member.posts.length > 0 ? (
              own ? (
                <p className={styles['quiet']}>
                  <Trans>给自己加职责，要请另一位机构负责人来做。</Trans>
                </p>
              ) : (
                <details className={styles['fold']} data-print="no">
                  <summary>
                    <Trans>给一项新的职责</Trans>
                  </summary>
                  <Card>
                    <GrantRoleForm member={member} staff={staff} reload={reload} />
                  </Card>
                </details>
              )
            ) : null}
          </Section>
        </div>
        <div className={styles['column']}>
          <Credentials personId={member.personId} />
          <ServiceChecks personId={member.personId} />
          <Section title={<Trans>账号</Trans>}>
            <Invitation member={member} staff={staff} reload={reload} readOnly={!change} />
          </Section>
          {may('factor.reset') && !own && member.account.state === 'HAS_ACCOUNT' ? (
            <Section title={<Trans>登录保护</Trans>}>
              <ResetFactors personId={member.personId} name={member.name} />
            </Section>
          ) : null}
          <StopWork personId={member.personId} changed={reload} />
        </div>
      </div>
      <WhoSees permission="staff.read" />
    </Page>
  );
}

function Invitation({ member, staff, reload, readOnly }: ColleagueProps & { readonly readOnly: boolean }) {
  // Somebody who came by an invitation alone brings no role of their own: it is said again, and may be corrected.
  const again: Partial<InviteCardProps> =
    member.posts.length === 0 ? { form: (props) => <InviteAgainForm {...props} member={member} staff={staff} /> } : {};
  return (
    <InviteCard
      name={member.name}
      account={member.account}
      phone={member.email}
      reload={reload}
      readOnly={readOnly}
      {...again}
    />
  );
}

function Awaited({ member: { awaited, account } }: { readonly member: Member }) {
  const { i18n } = useLingui();
  if (awaited.length === 0) return null;
  return (
    <Card>
      <p className={styles['line']}>
        {account.state === 'NOT_INVITED' ? (
          <Trans>邀请里说的职责，邀请已经收回：</Trans>
        ) : (
          <Trans>接受邀请以后开始：</Trans>
        )}
      </p>
      <ul className={styles['duties']}>
        {awaited.map((role) => (
          <li key={`${role.role}${role.officeId ?? ''}`}>
            {i18n._(ROLE_WORDS[role.role])} · <PostPlace office={role.office} />{' '}
            <span className={styles['quiet']}>
              <PostPeriod {...role} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
