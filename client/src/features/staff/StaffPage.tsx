import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { ListRow } from '../../ui/list/ListRow.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable, type Column } from '../../ui/table/DataTable.js';
import { AccountBadge } from '../invitations/index.js';
import { ListTools, useListFrame, type ListFrame } from '../lists/index.js';
import { PostPeriod, PostPlace } from './PostPeriod.js';
import { STAFF_LIST } from './staff.operations.js';
import { standingPosts, timeOfMember, TIMES, type Member } from './staff-view.js';
import { TIME_WORDS } from './staff-words.js';
import styles from './staff.module.css';

const FILTERS = ['when', 'credentials'] as const;

/** Colleagues with what they are here for, and from when to when. Supervisors read, the director changes. */
export default function StaffPage() {
  const { t, i18n } = useLingui();
  const may = useMay();
  const { agency } = useViewer();
  const filters = useUrlFilters(FILTERS);
  const [{ data, error }, load] = useQuery({ query: STAFF_LIST });
  const soon = filters.values.credentials === 'SOON';
  const frame = useListFrame('STAFF', useMemberColumns(soon), filters.values);
  const when = TIMES.find((time) => time === filters.values.when);
  const members = data?.staffList.members.filter(
    (one) => (!when || timeOfMember(one, agency.today) === when) && (!soon || one.credentialEndsOn != null),
  );
  const change = may('staff.change');
  return (
    <Page
      title={t({ message: '同事', context: 'several' })}
      lead={
        change ? (
          <Trans>谁在这里做什么，从哪天到哪天。新同事由您邀请，账号和密码由本人自己设。</Trans>
        ) : (
          <Trans>谁在这里做什么，从哪天到哪天。需要改动时，请找机构负责人。</Trans>
        )
      }
      width="wide"
      actions={
        <>
          <LinkButton to="/agency/staff/offices" variant="default">
            <Trans>服务点</Trans>
          </LinkButton>
          {change ? (
            <LinkButton to="/agency/staff/new">
              <Trans>加一位同事</Trans>
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ListRow>
        <FilterChips
          label={t`按时间筛选`}
          value={when ?? ''}
          choose={(value) => filters.set('when', value)}
          chips={[
            { value: '', label: t`全部` },
            ...TIMES.map((value) => ({ value, label: i18n._(TIME_WORDS[value]) })),
          ]}
        />
        <FilterChips
          label={t`按证书筛选`}
          value={soon ? 'SOON' : ''}
          choose={(value) => filters.set('credentials', value)}
          chips={[
            { value: '', label: t`不限` },
            { value: 'SOON', label: t`证书快到期` },
          ]}
        />
        <ListTools frame={frame} total={members?.length ?? 0} />
      </ListRow>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : data ? (
        <Rows
          frame={frame}
          members={members ?? []}
          everyone={data.staffList.members.length}
          soon={soon}
          clear={filters.clear}
        />
      ) : (
        <LoadingState lines={6} />
      )}
      <WhoSees permission="staff.read" />
    </Page>
  );
}

/** The columns of the list, in their order; who is asked for by certificates is shown with their days. */
function useMemberColumns(soon: boolean): readonly Column<Member>[] {
  const { t } = useLingui();
  const { agency } = useViewer();
  const format = useFormat();
  return [
    { key: 'name', header: t`姓名`, cell: (member) => member.name },
    { key: 'roles', header: t`职责`, cell: (member) => <Duties member={member} today={agency.today} /> },
    { key: 'account', header: t`账号`, cell: (member) => <Account member={member} /> },
    {
      key: 'certificate',
      header: t`快到期的证书`,
      off: !soon,
      cell: ({ credentialEndsOn }) => (credentialEndsOn ? format.day(credentialEndsOn) : <Trans>没有</Trans>),
    },
  ];
}

interface RowsProps {
  readonly frame: ListFrame<Member>;
  readonly members: readonly Member[];
  readonly everyone: number;
  /** Whether only those whose certificate ends soon are asked for. */
  readonly soon: boolean;
  readonly clear: () => void;
}

function Rows({ frame, members, everyone, soon, clear }: RowsProps) {
  const { t } = useLingui();
  if (members.length === 0 && soon) {
    return (
      <EmptyState
        drawing={<HandsWithBook />}
        title={<Trans>没有快到期的证书</Trans>}
        action={
          <Button variant="default" onClick={clear}>
            <Trans>看全部同事</Trans>
          </Button>
        }
      >
        <p>
          <Trans>有证书快到期的时候，首页会告诉您。</Trans>
        </p>
      </EmptyState>
    );
  }
  if (members.length === 0) {
    return (
      <EmptyState drawing={<HandsWithBook />} title={<Trans>这里现在没有人</Trans>}>
        <p>
          <Trans>换个时间看看：全机构记着 {everyone} 位同事。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t`同事和他们的职责`}
      summary={<Plural value={members.length} other={`显示 # 位，全机构记着 ${everyone} 位。`} />}
      rows={members}
      rowKey={(member) => member.personId}
      href={(member) => `/agency/staff/${encodeURIComponent(member.personId)}`}
      columns={frame.columns.shown}
    />
  );
}

/** Stopped work hides everything else about an account. */
function Account({ member }: { readonly member: Member }) {
  return member.stopped ? (
    <StateBadge tone="paused">
      <Trans>已暂停</Trans>
    </StateBadge>
  ) : (
    <AccountBadge state={member.account.state} />
  );
}

function Duties({ member, today }: { readonly member: Member; readonly today: string }) {
  const { i18n } = useLingui();
  const posts = standingPosts(member, today);
  const invited = member.account.state === 'NOT_INVITED' ? [] : member.awaited;
  if (posts.length + invited.length === 0) {
    return (
      <span className={styles['quiet']}>
        <Trans>现在没有职责</Trans>
      </span>
    );
  }
  return (
    <ul className={styles['duties']}>
      {posts.map((post) => (
        <li key={post.id}>
          {i18n._(ROLE_WORDS[post.role])} · <PostPlace office={post.office} />{' '}
          <span className={styles['quiet']}>
            <PostPeriod {...post} />
          </span>
        </li>
      ))}
      {invited.map((role) => (
        <li key={`${role.role}${role.officeId ?? ''}`}>
          {i18n._(ROLE_WORDS[role.role])} · <PostPlace office={role.office} />{' '}
          <span className={styles['quiet']}>
            <Trans>接受邀请以后</Trans>
          </span>
        </li>
      ))}
    </ul>
  );
}
