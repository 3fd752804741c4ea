import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useSession } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { GuestDay_DayFragment, GuestTasks } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CompanyNotice } from '../../app/session/CompanyNotice.js';
import { AskForm } from './AskForm.js';
import { CompanyWay } from './CompanyWay.js';
import { CheckTime, DayFacts, useTheme } from './DayFacts.js';
import { TasksChoice } from './TasksChoice.js';
import { REFUSAL } from './team-day-words.js';
import styles from './team-day.module.css';
import { GUEST_DAY, JOIN_TEAM_DAY, OPEN_TEAM_DAY } from './team-day.operations.js';

/** Behind the link or QR of a team's day: what it is, and in. */
export default function JoinDayPage() {
  const { t, i18n } = useLingui();
  const { code = '' } = useParams();
  const theme = useTheme();
  const may = useMay();
  const session = useSession();
  const [{ data, error }, load] = useQuery({
    query: OPEN_TEAM_DAY,
    variables: { code },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data || session.status === 'loading') return <LoadingState lines={5} />;
  const found = data.openTeamDay;
  if (!found) return <LinkEnded />;
  const day = readFragment(GUEST_DAY, found.day);
  const { agencyName, agencyPhone } = found;
  return (
    <Page
      title={t`和${day.teamName}一起来：${theme(day)}`}
      width="narrow"
      lead={<Trans>{agencyName}和您的同事约好了这一天。报名、学一课、签一份短协议，手机上就能准备好。</Trans>}
    >
      <DayFacts day={day} />
      <CheckTime day={day} />
      <CompanyNotice />
      {found.otherCompany ? (
        <Card>
          <p role="status">
            <Trans>
              您刚才登录的是另一家公司的账号。这一天是{day.teamName}的，请用自己公司的账号，或者填写下面的信息。
            </Trans>
          </p>
        </Card>
      ) : null}
      <Card>
        {day.closed ? (
          <p>{i18n._(REFUSAL[day.closed])}</p>
        ) : may('teamDay.changeOwn') ? (
          <JoinSignedIn code={code} day={day} />
        ) : (
          <>
            {found.wayIn ? <CompanyWay wayIn={found.wayIn} /> : null}
            <AskForm key={found.wayIn?.ownName} code={code} day={day} fromCompany={found.wayIn?.ownName ?? undefined} />
          </>
        )}
      </Card>
      <p className={styles['quiet']}>
        {agencyPhone ? (
          <Trans>
            想先问一问：<a href={`tel:${agencyPhone}`}>{agencyPhone}</a>
          </Trans>
        ) : (
          <Trans>想先问一问，请联系组织这次活动的同事。</Trans>
        )}
      </p>
    </Page>
  );
}

interface JoinProps {
  readonly code: string;
  readonly day: GuestDay_DayFragment;
}

function JoinSignedIn({ code, day }: JoinProps) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [tasks, choose] = useState<GuestTasks>(firstOf(day));
  const [{ data, error, fetching }, join] = useMutation(JOIN_TEAM_DAY);
  const press = async (): Promise<void> => {
    const outcome = await join({ input: { code, tasks } });
    if (outcome.data?.joinTeamDay.__typename === 'MyTeamDays') await navigate('/volunteer/team-days');
  };
  const refused = data?.joinTeamDay;
  return (
    <div className={styles['fields']}>
      <TasksChoice day={day} chosen={tasks} choose={choose} name="tasks" />
      {error ? <RequestFault error={error} /> : null}
      {refused?.__typename === 'RosterRefused' ? <p role="alert">{i18n._(REFUSAL[refused.why])}</p> : null}
      {refused?.__typename === 'NotFound' ? (
        <p role="alert">
          <Trans>这一天是另一家机构的，您现在的账号报不了名。</Trans>
        </p>
      ) : null}
      <Button size="md" loading={fetching} onClick={() => void press()}>
        <Trans>我来报名</Trans>
      </Button>
    </div>
  );
}

/** With children, unless the day or the time does not allow it. */
export const firstOf = ({ tasks, checksCanArrive }: GuestDay_DayFragment): GuestTasks =>
  tasks.includes('WITH_CHILDREN') && (checksCanArrive || tasks.length === 1) ? 'WITH_CHILDREN' : 'WITHOUT_CHILDREN';

function LinkEnded() {
  const { t } = useLingui();
  return (
    <Page title={t`这个链接打不开`} width="narrow">
      <EmptyState drawing={<PathsApart />} title={<Trans>链接已经关闭，或者抄错了一个字</Trans>}>
        <p>
          <Trans>请向组织活动的同事要最新的链接。已经报过名的，登录以后在“和团队来的日子”里看。</Trans>
        </p>
        <p>
          <Link to="/sign-in">
            <Trans>登录</Trans>
          </Link>
        </p>
      </EmptyState>
    </Page>
  );
}
