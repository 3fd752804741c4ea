import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { TEAM_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { Coordinators } from './Coordinators.js';
import { SAVE_TEAM, TEAMS } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import { TeamForm, type Team } from './TeamForm.js';
import { useTeamWords } from './use-team-words.js';

/** Companies, offices, universities and clubs that come for a day, and who books for each. */
export default function TeamsPage() {
  const { t } = useLingui();
  const may = useMay();
  const words = useTeamWords();
  const { values, set } = useUrlFilters(['kind']);
  const [{ data, error }, load] = useQuery({ query: TEAMS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const found = data?.volunteerTeams.filter(({ kind }) => values.kind === '' || kind === values.kind) ?? [];
  const active = found.filter(({ state }) => state === 'ACTIVE');
  const ended = found.filter(({ state }) => state === 'ENDED');
  const list = (teams: readonly Team[]) => (
    <ul className={styles['list']}>
      {teams.map((team) => (
        <li key={team.id}>
          <TeamCard team={team} reload={reload} />
        </li>
      ))}
    </ul>
  );
  return (
    <Page
      title={t`来访团队`}
      lead={<Trans>企业、机关、高校和社团都一样预约，来的每个人都过同样的关。联系人用自己的账号替团队预约。</Trans>}
      actions={
        <LinkButton to="/agency/bookings" variant="default">
          <Trans>团队预约</Trans>
        </LinkButton>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : (
        <>
          <FilterChips
            label={t`是什么团队`}
            value={values.kind}
            choose={(kind) => set('kind', kind)}
            chips={[
              { value: '', label: t`全部` },
              ...TEAM_KINDS.map(({ code }) => ({ value: code, label: words.kind(code) })),
            ]}
          />
          {active.length === 0 ? (
            <p className={styles['quiet']}>
              <Trans>这里还没有团队。</Trans>
            </p>
          ) : (
            list(active)
          )}
          {ended.length > 0 ? (
            <details className={styles['fold']}>
              <summary>
                <Plural value={ended.length} other="# 个团队不再来了" />
              </summary>
              {list(ended)}
            </details>
          ) : null}
          {may('team.change') ? (
            <Section title={<Trans>登记一个团队</Trans>}>
              <Card>
                <TeamForm saved={reload} />
              </Card>
            </Section>
          ) : null}
        </>
      )}
      <WhoSees permission="team.read" />
    </Page>
  );
}

function TeamCard({ team, reload }: { readonly team: Team; readonly reload: () => void }) {
  const may = useMay();
  const format = useFormat();
  const words = useTeamWords();
  const comes = team.state === 'ACTIVE';
  const changing = may('team.change');
  return (
    <Card>
      <div className={styles['head']}>
        <h2>
          <span lang={dataLang(team.name)}>{team.name}</span>
          <small className={styles['quiet']}> · {words.kind(team.kind)}</small>
        </h2>
        <StateBadge tone={comes ? 'good' : 'quiet'}>{comes ? <Trans>会来</Trans> : <Trans>不再来</Trans>}</StateBadge>
      </div>
      {comes ? (
        <p className={styles['quiet']}>
          {team.coordinators.length === 0 ? (
            <Trans>还没有人替这个团队预约。</Trans>
          ) : (
            <Trans>替团队预约的是{format.list(team.coordinators.map(({ name }) => name))}</Trans>
          )}
        </p>
      ) : null}
      {changing && comes ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>改“{team.name}”和它的联系人</Trans>
          </summary>
          <div className={styles['stack']}>
            <Coordinators team={team} reload={reload} />
            <TeamForm key={team.version} team={team} saved={reload} />
            <MoveTeam team={team} reload={reload} />
          </div>
        </details>
      ) : null}
      {changing && !comes ? <MoveTeam team={team} reload={reload} /> : null}
    </Card>
  );
}

function MoveTeam({ team, reload }: { readonly team: Team; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [{ fetching }, save] = useMutation(SAVE_TEAM);
  const ending = team.state === 'ACTIVE';
  const settle = (): void => {
    setProblem(null);
    reload();
  };
  const move = async (): Promise<void> => {
    setProblem(null);
    const { id: teamId, version, kind, name, shortName } = team;
    const fields = { kind, name, shortName, state: ending ? ('ENDED' as const) : ('ACTIVE' as const) };
    const { data, error } = await save({ input: { teamId, version, ...fields } });
    setAsking(false);
    const outcome = data?.saveTeam.__typename;
    switch (outcome) {
      case 'VolunteerTeam':
        toast({ message: ending ? t`${name}不再来了。` : t`${name}又可以预约了。` });
        return settle();
      case 'InvalidInput':
        return setProblem(<Trans>这个团队还有约好的日子，或者在排队。请先在团队预约里取消，再来这里。</Trans>);
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={outcome} reload={settle} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  };
  return (
    <div data-print="no">
      {problem ? <div role="alert">{problem}</div> : null}
      <Button
        variant="default"
        loading={fetching}
        onClick={() => (ending ? setAsking(true) : void move())}
        aria-label={ending ? t`${team.name}不再来` : t`${team.name}再来`}
      >
        {ending ? <Trans>不再来</Trans> : <Trans>又来了</Trans>}
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        onConfirm={move}
        busy={fetching}
        title={t`${team.name}不再来？`}
        confirmLabel={<Trans>不再来</Trans>}
      >
        <p>
          <Trans>联系人从此不能替它预约。来过的日子和名单都留着，以后可以再请它回来。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
