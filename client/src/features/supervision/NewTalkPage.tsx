import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { MySupervisedQuery, SupervisionKind, SupervisionSource } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect, Radio, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MY_SUPERVISED, SCHEDULE } from './supervision.operations.js';
import { KIND, KIND_MEANS, SOURCE } from './supervision-words.js';
import styles from './supervision.module.css';

type Supervised = MySupervisedQuery['mySupervised'];
interface Planned {
  readonly volunteerIds: readonly string[];
  readonly kind: SupervisionKind;
  readonly source: SupervisionSource;
  readonly plannedOn: string;
  readonly at: string;
}
const AFTERNOON = '15:00';

/** A day, a time and who comes; one person is a talk of two, several are a group. */
export default function NewTalkPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_SUPERVISED });
  return (
    <Page title={t`约一次会谈`} width="narrow" lead={<Trans>约好以后，志愿者会收到消息，还能先写下想谈的事。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : data.mySupervised.length === 0 ? (
        <p>
          <Trans>还没有由您督导的志愿者。</Trans>
        </p>
      ) : (
        <Card>
          <NewTalkForm volunteers={data.mySupervised} />
        </Card>
      )}
    </Page>
  );
}

function NewTalkForm({ volunteers }: { readonly volunteers: Supervised }) {
  const { t, i18n } = useLingui();
  const { today } = useViewer().agency;
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const [{ fetching }, schedule] = useMutation(SCHEDULE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const asked = address.getAll('volunteer');
  const { register, handleSubmit, forget, formState } = useKeptForm<Planned>({
    draft: `supervision.new.${asked.join('.')}`,
    defaultValues: { volunteerIds: asked, kind: 'SUPPORTIVE', source: 'INTERNAL', plannedOn: today, at: AFTERNOON },
  });
  const submit = handleSubmit(async ({ volunteerIds, at, ...talk }) => {
    setProblem(null);
    const ids = [...volunteerIds];
    const format = ids.length === 1 ? 'INDIVIDUAL' : 'GROUP';
    const input = { ...talk, volunteerIds: ids, format, startMinute: minuteOf(at), requestId } as const;
    const { data, error } = await schedule({ input });
    const outcome = data?.scheduleSupervision;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'SupervisionSession') {
      forget();
      toast({ message: t`约好了，已经告诉志愿者。` });
      return navigate(`/agency/supervision/${encodeURIComponent(outcome.id)}`);
    }
    setProblem(
      outcome.__typename === 'NotFound' ? (
        <Trans>其中有人刚刚换了督导，请重新选一选。</Trans>
      ) : (
        <Trans>请选一位到三十位志愿者，和从今天起一年以内的一天。</Trans>
      ),
    );
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>约好</Trans>} busy={fetching} problem={problem}>
      <FieldGroup label={t`和谁谈`} error={formState.errors.volunteerIds ? t`请选一个人，或几个人一起。` : undefined}>
        <div className={styles['choices']}>
          {volunteers.map(({ volunteerId, name }) => (
            <Checkbox
              key={volunteerId}
              label={name}
              value={volunteerId}
              {...register('volunteerIds', { validate: (ids) => ids.length > 0 })}
            />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup label={t`谈什么样的`}>
        {(Object.keys(KIND) as SupervisionKind[]).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={i18n._(KIND[kind])}
            description={i18n._(KIND_MEANS[kind])}
            {...register('kind')}
          />
        ))}
      </FieldGroup>
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`哪一天`}
          min={today}
          error={formState.errors.plannedOn ? t`请选一个日子。` : undefined}
          {...register('plannedOn', { required: true })}
        />
        <TextInput
          type="time"
          label={t`几点`}
          error={formState.errors.at ? t`请选一个时间。` : undefined}
          {...register('at', { required: true })}
        />
      </div>
      <NativeSelect
        label={t`谁来督导`}
        data={(Object.keys(SOURCE) as SupervisionSource[]).map((value) => ({ value, label: i18n._(SOURCE[value]) }))}
        {...register('source')}
      />
    </Form>
  );
}

/** 15:30 as minutes since midnight. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
