import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { VolunteerCorrectionReason, VolunteerOnFileQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useCorrectionWords } from './correction-words.js';
import { CORRECT_VOLUNTEER, VOLUNTEER_ON_FILE } from './volunteer-page.operations.js';

export interface CorrectFormProps {
  readonly volunteerId: string;
  /** Called once it was saved, or given up. */
  readonly close: (saved: boolean) => void;
}

/** The number and the birth date on file; read anew when it is opened, so that nothing is written over. */
export function CorrectForm({ volunteerId, close }: CorrectFormProps) {
  const [{ data, error }, load] = useQuery({
    query: VOLUNTEER_ON_FILE,
    variables: { id: volunteerId },
    requestPolicy: 'network-only',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={3} />;
  if (!data.volunteer) return <NotFoundState home="/agency/volunteers" />;
  return <Fields key={data.volunteer.version} onFile={data.volunteer} reload={reload} close={close} />;
}

interface FieldsProps extends Pick<CorrectFormProps, 'close'> {
  readonly onFile: NonNullable<VolunteerOnFileQuery['volunteer']>;
  readonly reload: () => void;
}
interface Typed {
  readonly phone: string;
  readonly birthDate: string;
  readonly reason: VolunteerCorrectionReason | '';
}

/** Nothing of it is kept as a draft: it says who somebody is. */
function Fields({ onFile, reload, close }: FieldsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useCorrectionWords();
  const { today } = useViewer().agency;
  const [{ fetching }, correct] = useMutation(CORRECT_VOLUNTEER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<Typed>({
    defaultValues: { phone: onFile.phone ?? '', birthDate: onFile.birthDate ?? '', reason: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ phone, birthDate, reason }) => {
    setProblem(null);
    if (reason === '') return;
    const input = { volunteerId: onFile.id, version: onFile.version, phone, birthDate, reason };
    const { data, error } = await correct({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const { outcome } = data;
    switch (outcome.__typename) {
      case 'Volunteer':
        toast({ message: t`更正好了，写进了操作记录。` });
        return close(true);
      case 'InvalidInput':
        for (const { field, code } of outcome.fields) {
          form.setError(field === 'phone' ? 'phone' : 'birthDate', { message: words.problem(code) });
        }
        return;
      default:
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={reload} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>更正</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" size="md" onClick={() => close(false)}>
          <Trans>先不改</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`登记的手机号`}
        description={t`登录用的号码不跟着变，由本人在自己的账号里换。`}
        inputMode="tel"
        autoComplete="off"
        error={errors.phone?.message}
        {...form.register('phone', { required: words.problem('NOT_PHONE') })}
      />
      <TextInput
        type="date"
        label={t`出生日期`}
        description={t`改了以后，能不能服务马上按新的年龄来看。`}
        max={today}
        error={errors.birthDate?.message}
        {...form.register('birthDate', { required: words.problem('OUT_OF_RANGE') })}
      />
      <NativeSelect
        label={t`为什么更正`}
        data={[{ value: '', label: t`请选一个` }, ...words.reasons]}
        error={errors.reason?.message}
        {...form.register('reason', { required: t`请选一个原因，它会写进操作记录。` })}
      />
    </Form>
  );
}
