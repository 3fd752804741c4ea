import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { courseInput, NEW_COURSE, type TypedCourse } from './course-form.js';
import { CourseForm, CourseRefusal } from './CourseForm.js';
import { ADD_COURSE } from './training.operations.js';

/** A course for the agency's catalogue. */
export default function NewCoursePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const [{ fetching }, add] = useMutation(ADD_COURSE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const send = async (typed: TypedCourse, forget: () => void): Promise<void> => {
    setProblem(null);
    const { data, error } = await add({ input: { course: courseInput(typed), requestId } });
    const outcome = data?.addCourse;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename !== 'AgencyCourse') return setProblem(<CourseRefusal stale={false} />);
    forget();
    toast({ message: t`课程添好了，接着可以安排场次。` });
    await navigate(`/agency/courses/${encodeURIComponent(outcome.id)}`);
  };
  return (
    <Page title={t`添一门课程`} width="narrow" lead={<Trans>学完的人，会按这里写的记进培训，到期前会有人提醒。</Trans>}>
      <Card>
        <CourseForm
          draft="course.new"
          start={NEW_COURSE}
          submitLabel={<Trans>添上</Trans>}
          busy={fetching}
          problem={problem}
          send={send}
        />
      </Card>
    </Page>
  );
}
