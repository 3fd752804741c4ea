import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { LessonBody, useWords } from '../learning/index.js';
import { TEAM_DAY_COURSE } from './team-day.operations.js';

const HOME = '/volunteer/team-days';

/** The one lesson for a day with a team. */
export default function TeamDayLessonPage() {
  const say = useWords();
  const [{ data, error }, load] = useQuery({ query: TEAM_DAY_COURSE });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState />;
  const [lesson] = data.teamDayCourse.lessons;
  if (!lesson) return <NotFoundState home={HOME} />;
  return (
    <Page
      title={say(lesson.title)}
      width="narrow"
      lead={
        <Link to={HOME}>
          <Trans>和团队来的日子</Trans>
        </Link>
      }
    >
      <LessonBody lesson={lesson} next={undefined} home={HOME} />
    </Page>
  );
}
