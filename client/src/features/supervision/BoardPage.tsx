import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { SupervisionBoardQuery } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { LinkButton } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { settingNumber } from '../companionship/index.js';
import { BOARD, BOARD_VOLUNTEER } from './board.operations.js';
import { overdueOf, type Column } from './board-view.js';
import { Delegates } from './Delegates.js';
import { DueList } from './DueList.js';
import { HeatMap } from './HeatMap.js';
import { LoadColumns } from './LoadColumns.js';
import styles from './supervision.module.css';

/** Who carries how much, whom nobody has seen, and who stands in: for those who lead the agency’s supervision. */
export default function BoardPage() {
  const { t } = useLingui();
  const may = useMay();
  const { today } = useViewer().agency;
  const [{ data, error }, load] = useQuery({ query: BOARD, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const columns = data ? columnsOf(data) : [];
  const all = columns.flatMap(({ volunteers }) => volunteers);
  const late = overdueOf(all);
  return (
    <Page
      title={t`督导安排`}
      width="wide"
      lead={<Trans>谁督导谁，谁手上已经满了，谁很久没有人谈过。挪动一位志愿者，马上生效。</Trans>}
      actions={
        may('supervision.hold') ? (
          <LinkButton to="/agency/supervision" variant="default">
            <Trans>我的督导会谈</Trans>
          </LinkButton>
        ) : null
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={8} />
      ) : data.supervisionBoard.supervisors.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>还没有督导</Trans>}>
          <p>
            <Trans>在“同事”里给一位同事加上督导的职责，志愿者就可以交给这位同事。</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          <Section
            title={<Trans>谁督导谁</Trans>}
            lead={<Trans>拖到另一列，或按名字旁边的“换督导”。名额按正在陪伴的孩子算。</Trans>}
          >
            <LoadColumns columns={columns} delegates={data.supervisionBoard.delegates} reload={reload} />
          </Section>
          <Section title={<Trans>该谈一谈了</Trans>}>
            {late.length === 0 ? (
              <p className={styles['quiet']}>
                <Trans>现在没有人到了该谈的时候。</Trans>
              </p>
            ) : (
              <DueList volunteers={late} supervisors={data.supervisionBoard.supervisors} />
            )}
          </Section>
          <HeatMap
            volunteers={all}
            today={today}
            intervalDays={settingNumber(data.agencySettings, 'supervisionIndividualDays')}
          />
          <Delegates
            supervisors={data.supervisionBoard.supervisors}
            delegates={data.supervisionBoard.delegates}
            reload={reload}
          />
        </>
      )}
      <WhoSees permission="supervision.read" />
    </Page>
  );
}

/** Those who belong to nobody come first: they wait for somebody. */
function columnsOf({ supervisionBoard: { supervisors, nobodys } }: SupervisionBoardQuery): readonly Column[] {
  const nobody: Column = {
    personId: undefined,
    name: '',
    places: 0,
    held: 0,
    volunteers: readFragment(BOARD_VOLUNTEER, nobodys),
  };
  return [
    ...(nobodys.length > 0 ? [nobody] : []),
    ...supervisors.map((one) => ({ ...one, volunteers: readFragment(BOARD_VOLUNTEER, one.volunteers) })),
  ];
}
