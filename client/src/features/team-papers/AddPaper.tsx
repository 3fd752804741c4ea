import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { TeamPaperKind } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { fenOf } from '../../ui/format/money.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import type { Paper } from '../../ui/upload/upload-paper.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { ADD_PAPER } from './team-papers.operations.js';
import { PAPER_KINDS } from './TeamPaperList.js';

interface Typed {
  kind: TeamPaperKind;
  number: string;
  datedOn: string;
  amount: string;
  requestId: string;
  files: Paper[];
}
interface AddPaperProps {
  readonly packId: string;
  readonly reload: () => void;
}
const LONGEST_NUMBER = 60;
/** As the server has it. */
const MOST_FILES = 10;

/** One agreement or receipt with what stands on it; what was typed and brought in stays until it has arrived. */
export function AddPaper({ packId, reload }: AddPaperProps) {
  const { t, i18n } = useLingui();
  const { today } = useViewer().agency;
  const toast = useToast();
  const [{ fetching }, add] = useMutation(ADD_PAPER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const empty = { kind: 'DONATION_RECEIPT' as const, number: '', datedOn: '', amount: '', files: [] };
  const form = useKeptForm<Typed>({
    draft: `team-paper.${packId}`,
    defaultValues: { ...empty, requestId: newRequestId() },
  });
  const { register, handleSubmit, setError, setValue, getValues, watch, forget, reset, formState } = form;
  const { errors } = formState;
  const files = watch('files');
  const uploads = usePapers({
    ...{ purpose: 'TEAM_PAPER', subjectId: packId, papers: files },
    added: (paper) => setValue('files', [...getValues('files'), paper]),
    removed: (paper) =>
      setValue(
        'files',
        getValues('files').filter(({ id }) => id !== paper.id),
      ),
  });
  const refused = (fields: readonly { readonly field: string; readonly code: string }[]): void => {
    if (fields.some(({ code }) => code === 'TAKEN')) {
      return setError('number', { message: t`这个团队已经有一份同样编号的文件。请核对编号，或者先撤下那一份。` });
    }
    if (fields.some(({ field, code }) => field === 'fileIds' && code === 'NOT_FOUND')) {
      setValue('files', []);
      return setProblem(<Trans>文件隔了太久，已经不在了。请再放一次，填写的还在。</Trans>);
    }
    return setProblem(<Trans>有的地方填得还不对，请再看一看。</Trans>);
  };
  const submit = handleSubmit(async ({ files: brought, amount, ...said }) => {
    setProblem(null);
    if (uploads.sending) return setProblem(<Trans>文件还在上传，请等它传完。</Trans>);
    if (brought.length === 0) return setProblem(<Trans>请放上这份文件的照片或 PDF。</Trans>);
    const teamPaperFileIds = brought.map(({ id }) => id);
    const { data, error } = await add({ input: { ...said, packId, amount: fenOf(amount) ?? null, teamPaperFileIds } });
    const outcome = data?.outcome;
    switch (outcome?.__typename) {
      case 'TeamPaperList':
        forget();
        reset({ ...empty, requestId: newRequestId() });
        toast({ message: t`放好了，团队的联系人现在看得到。` });
        return reload();
      case 'InvalidInput':
        return refused(outcome.fields);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>放进来</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`是什么文件`}
        data={Object.entries(PAPER_KINDS).map(([value, words]) => ({ value, label: i18n._(words) }))}
        {...register('kind')}
      />
      <TextInput
        label={t`编号`}
        description={t`照纸上印的写。`}
        maxLength={LONGEST_NUMBER}
        error={errors.number ? errors.number.message || t`请写纸上的编号。` : undefined}
        {...register('number', { validate: (number) => number.trim() !== '' })}
      />
      <TextInput
        label={t`纸上的日期`}
        type="date"
        max={today}
        error={errors.datedOn ? t`请写今天或以前的日子。` : undefined}
        {...register('datedOn', { validate: (on) => on !== '' && on <= today })}
      />
      <TextInput
        label={t`纸上写的金额（元）`}
        description={t`照纸上写的抄；没有写就空着。它不是账目。`}
        inputMode="decimal"
        error={errors.amount ? t`请写金额，比如 1200 或 1200.50。` : undefined}
        {...register('amount', { validate: (amount) => amount.trim() === '' || fenOf(amount) !== undefined })}
      />
      <PaperUpload
        label={<Trans>文件</Trans>}
        hint={<Trans>照片或 PDF。团队的联系人会看到它，请先看一看上面有没有孩子的名字。</Trans>}
        most={MOST_FILES}
        uploads={uploads}
      />
    </Form>
  );
}
