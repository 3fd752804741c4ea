import { Trans, useLingui } from '@lingui/react/macro';
import { LONGEST_CREDIT_PLACE, MOST_CREDIT_PAPERS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { MyCreditsQuery } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import type { Paper } from '../../ui/upload/upload-paper.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { ASK_CREDIT } from './credit.operations.js';
import { REFUSAL } from './my-training-words.js';

interface Typed {
  courseId: string;
  learnedOn: string;
  place: string;
  requestId: string;
  papers: Paper[];
}
interface AskCreditFormProps {
  readonly mine: MyCreditsQuery['myCredits'];
  readonly reload: () => void;
}

/** Which course, where, when, and the paper; what was typed and brought in stays until it has arrived. */
export function AskCreditForm({ mine, reload }: AskCreditFormProps) {
  const { t, i18n } = useLingui();
  const { today } = useViewer().agency;
  const toast = useToast();
  const [{ fetching }, ask] = useMutation(ASK_CREDIT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const empty = { courseId: '', learnedOn: '', place: '', papers: [] };
  const form = useKeptForm<Typed>({ draft: 'training.credit', defaultValues: { ...empty, requestId: newRequestId() } });
  const { register, handleSubmit, setError, setValue, getValues, watch, forget, reset, formState } = form;
  const { errors } = formState;
  const papers = watch('papers');
  const drop = (paper: Paper): void =>
    setValue(
      'papers',
      getValues('papers').filter(({ id }) => id !== paper.id),
    );
  const uploads = usePapers({
    ...{ purpose: 'TRAINING_CREDIT', subjectId: mine.paperSubject, papers },
    added: (paper) => setValue('papers', [...getValues('papers'), paper]),
    removed: drop,
  });
  const submit = handleSubmit(async ({ papers: brought, ...typed }) => {
    setProblem(null);
    if (uploads.sending) return setProblem(<Trans>证明还在上传，请等它传完。</Trans>);
    if (brought.length === 0) return setProblem(<Trans>请拍一张证明，或者选一个文件。</Trans>);
    const { data, error } = await ask({ input: { ...typed, paperIds: brought.map(({ id }) => id) } });
    const result = data?.askTrainingCredit;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'MyCredits':
        forget();
        reset({ ...empty, requestId: newRequestId() });
        toast({ message: t`收到了。同事看过，会告诉您。` });
        return reload();
      case 'TrainingRefused':
        return setProblem(i18n._(REFUSAL[result.why]));
      case 'InvalidInput':
        if (result.fields.some(({ code }) => code === 'TOO_LONG_AGO')) {
          return setError('learnedOn', { message: t`按这门课的有效期，那一天学的已经到期了。请来学一次。` });
        }
        if (result.fields.some(({ field }) => field === 'paperIds')) {
          setValue('papers', []);
          return setProblem(<Trans>证明隔了太久，已经不在了。请再拍一次，填写的还在。</Trans>);
        }
        return setProblem(<Trans>有的地方填得还不对，请再看一看。</Trans>);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    }
  });
  return (
    <Section title={<Trans>请机构看一看</Trans>}>
      <Card>
        <Form
          onSubmit={(event) => void submit(event)}
          submitLabel={<Trans>交给同事看</Trans>}
          busy={fetching}
          problem={problem}
        >
          <NativeSelect
            label={t`抵哪门课`}
            data={[
              { value: '', label: t`请选一门` },
              ...mine.courses.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            error={errors.courseId ? t`请选一门。` : undefined}
            {...register('courseId', { required: true })}
          />
          <TextInput
            label={t`在哪里学的`}
            description={t`机构、学校或者单位的名字。`}
            maxLength={LONGEST_CREDIT_PLACE}
            error={errors.place ? t`请写在哪里学的。` : undefined}
            {...register('place', { validate: (place) => place.trim() !== '' })}
          />
          <TextInput
            label={t`哪天学完的`}
            description={t`从这一天起算有效期。`}
            type="date"
            max={today}
            error={errors.learnedOn ? errors.learnedOn.message || t`请写今天或以前的日子。` : undefined}
            {...register('learnedOn', { validate: (on) => on !== '' && on <= today })}
          />
          <PaperUpload
            label={<Trans>证明</Trans>}
            hint={<Trans>证书、结业证或者单位写的证明，照片或 PDF。只有作决定的同事看得到。</Trans>}
            most={MOST_CREDIT_PAPERS}
            uploads={uploads}
          />
        </Form>
      </Card>
    </Section>
  );
}
