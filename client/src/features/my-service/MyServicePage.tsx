import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { HelpingLink } from '../helping/index.js';
import { CourseLink } from '../learning/index.js';
import { AgreementLink } from '../my-agreement/index.js';
import { SupervisionLink } from '../my-supervision/index.js';
import { ActivitiesLink } from '../my-activities/index.js';
import { TrainingLink } from '../my-training/index.js';
import { TeamDaysLink } from '../team-day/index.js';
import { AgencyContact } from './AgencyContact.js';
import { DayLink } from './DayLink.js';
import { MyTimes } from './MyTimes.js';
import { MyEligibilityPanel } from './MyEligibilityPanel.js';
import styles from './my-service.module.css';
import { MY_COMPANIONSHIPS, MY_ELIGIBILITY } from './my-service.operations.js';

/** The volunteer's first page: what waits for an answer, and what is still missing. */
export default function MyServicePage() {
  const { t } = useLingui();
  const { name } = useViewer();
  const may = useMay();
  const [eligibility, loadEligibility] = useQuery({ query: MY_ELIGIBILITY });
  const [mine] = useQuery({ query: MY_COMPANIONSHIPS });
  // Both answers together: what comes later would push away what is being read.
  const here = (eligibility.data ?? eligibility.error) && (mine.data ?? mine.error);
  const unanswered = (mine.data?.myCompanionships ?? []).filter(({ state }) => state === 'ACCEPTED').length;
  return (
    <Page title={t`${name}，您好`} width="narrow">
      {here && unanswered > 0 ? (
        <Link to="/volunteer/companionships" className={styles['question']}>
          <span>
            <strong>
              <Plural value={unanswered} other="有 # 位孩子的陪伴等您回答" />
            </strong>
            <small>
              <Trans>看看约定，再告诉我们您愿不愿意。</Trans>
            </small>
          </span>
          <IconChevronRight size={20} stroke={1.75} aria-hidden />
        </Link>
      ) : null}
      {!here ? (
        <LoadingState />
      ) : eligibility.data?.myEligibility ? (
        <MyEligibilityPanel eligibility={eligibility.data.myEligibility} />
      ) : eligibility.data ? (
        <EmptyState title={<Trans>还没有您的志愿者档案</Trans>}>
          <Trans>机构登记以后，这里会写明您还差哪几步。</Trans>
        </EmptyState>
      ) : eligibility.error ? (
        <ErrorState error={eligibility.error} retry={() => loadEligibility({ requestPolicy: 'network-only' })} />
      ) : null}
      {here && may('activity.checkInOwn') ? <DayLink /> : null}
      {here && may('teamDay.readOwn') ? <TeamDaysLink /> : null}
      {here && may('staffing.readOwn') ? <ActivitiesLink /> : null}
      {here && may('learning.readOwn') ? <TrainingLink /> : null}
      {here && may('learning.readOwn') ? <CourseLink /> : null}
      {here && may('agreement.readOwn') ? <AgreementLink /> : null}
      {here && may('supervision.readOwn') ? <SupervisionLink /> : null}
      {here ? <MyTimes /> : null}
      {here ? <AgencyContact /> : null}
      {/* Last: hardly anybody has it, and whatever stood below it would move when it comes. */}
      {here && may('helping.readOwn') ? <HelpingLink /> : null}
    </Page>
  );
}
