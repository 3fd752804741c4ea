import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { SupervisionBoardQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ADD_DELEGATE, END_DELEGATE } from './board.operations.js';
import type { Delegate } from './board-view.js';
import styles from './supervision.module.css';

type Supervisors = SupervisionBoardQuery['supervisionBoard']['supervisors'];
export interface DelegatesProps {
  readonly supervisors: Supervisors;
  readonly delegates: readonly Delegate[];
  readonly reload: () => void;
}
interface Typed {
  readonly supervisorPersonId: string;
  readonly delegatePersonId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Who stands in for whom, from a day to a day; it ends by itself. Each for themselves, a director for anybody. */
export function Delegates({ supervisors, delegates, reload }: DelegatesProps) {
  const may = useMay();
  const viewer = useViewer();
  const leads = may('staff.change');
  const away = supervisors.filter(({ personId }) => leads || personId === viewer.id);
  return (
    <Section
      title={<Trans>代理督导</Trans>}
      lead={<Trans>谁要离开一阵，请一位同事代理。代理的人那几天看得到这些志愿者，到日子自己结束。</Trans>}
    >
      {delegates.length > 0 ? (
        <Card>
          <ul className={styles['list']}>
            {delegates.map((one) => (
              <li key={one.id} className={styles['line']}>
                <Delegated delegate={one} />
                {leads || one.supervisorId === viewer.id ? <EndButton delegate={one} reload={reload} /> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : (
        <p className={styles['quiet']}>
          <Trans>现在没有人代理。</Trans>
        </p>
      )}
      {away.length > 0 && supervisors.length > 1 ? (
        <Card>
          <AddForm supervisors={supervisors} away={away} reload={reload} />
        </Card>
      ) : null}
    </Section>
  );
}

function Delegated({ delegate: { supervisorName, delegateName, startsOn, endsOn } }: { readonly delegate: Delegate }) {
  const format = useFormat();
  return (
    <span>
      <Trans>
        {delegateName}代{supervisorName}
      </Trans>{' '}
      <span className={styles['quiet']}>
        <Trans>
          {format.day(startsOn)} 至 {format.day(endsOn)}
        </Trans>
      </span>
    </span>
  );
}

function EndButton({ delegate, reload }: { readonly delegate: Delegate; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, end] = useMutation(END_DELEGATE);
  const { supervisorName, delegateName } = delegate;
  const press = async (): Promise<void> => {
    const { data } = await end({ input: { delegateId: delegate.id } });
    if (data?.endSupervisionDelegate.__typename === 'SupervisionDelegate') toast({ message: t`代理结束了。` });
    else toast({ tone: 'danger', message: t`没有结束，请再试一次。` });
    reload();
  };
  return (
    <Button
      variant="default"
      loading={fetching}
      onClick={() => void press()}
      aria-label={t`结束${delegateName}代${supervisorName}`}
    >
      <Trans>现在结束</Trans>
    </Button>
  );
}

function AddForm({
  supervisors,
  away,
  reload,
}: {
  readonly supervisors: Supervisors;
  readonly away: Supervisors;
  readonly reload: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, add] = useMutation(ADD_DELEGATE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const form = useKeptForm<Typed>({
    draft: 'supervision.delegate',
    defaultValues: {
      supervisorPersonId: away[0]?.personId ?? '',
      delegatePersonId: '',
      startsOn: today,
      endsOn: '',
    },
  });
  const { register, formState, setError } = form;
  const chosen = form.watch('supervisorPersonId');
  const others = supervisors.filter(({ personId }) => personId !== chosen);
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await add({ input: { ...typed, requestId } });
    const result = data?.addSupervisionDelegate;
    if (!result) return setProblem(<RequestFault error={error} />);
    if (result.__typename === 'SupervisionDelegate') {
      form.forget();
      form.reset({ ...typed, delegatePersonId: '', endsOn: '' });
      setRequestId(newRequestId());
      toast({ message: t`安排好了，到日子自己开始和结束。` });
      return reload();
    }
    if (result.__typename === 'InvalidInput') {
      const code = result.fields[0]?.code;
      if (code === 'OVERLAPS') return setProblem(<Trans>这几天已经有人代理了。请换一段日子，或先结束那一段。</Trans>);
      if (code === 'TOO_CLOSE') {
        return setProblem(<Trans>没有安排：代理的同事和其中一位志愿者已有别的工作关系，请换一位。</Trans>);
      }
      if (code === 'IN_THE_PAST') return setError('startsOn', { message: t`请从今天或以后开始。` });
      return setError('endsOn', { message: t`最后一天不能早于第一天，最长一年。` });
    }
    setProblem(<Trans>没有安排：其中一位刚刚不再是督导。请看看现在的安排。</Trans>);
    return reload();
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>请这位同事代理</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <NativeSelect
          label={t`谁要离开`}
          data={away.map(({ personId, name }) => ({ value: personId, label: name }))}
          {...register('supervisorPersonId')}
        />
        <NativeSelect
          label={t`请谁代`}
          data={[
            { value: '', label: t`请选一位督导` },
            ...others.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          error={formState.errors.delegatePersonId?.message}
          {...register('delegatePersonId', { required: t`请选一位督导。` })}
        />
        <TextInput
          type="date"
          label={t`从哪一天`}
          min={today}
          error={formState.errors.startsOn?.message}
          {...register('startsOn', { required: t`请选一个日子。` })}
        />
        <TextInput
          type="date"
          label={t`到哪一天`}
          min={today}
          error={formState.errors.endsOn?.message}
          {...register('endsOn', { required: t`请选一个日子。` })}
        />
      </div>
    </Form>
  );
}
