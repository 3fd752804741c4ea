import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { IncidentKind, IncidentScenario } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { KIND, SCENARIO } from './incident-words.js';
import { START_INCIDENT } from './incidents.operations.js';
import styles from './incidents.module.css';

interface Values {
  readonly kind: IncidentKind;
  readonly scenario: IncidentScenario;
  readonly words: string;
}
const EMPTY: Values = { kind: 'DRILL', scenario: 'FIRE', words: '' };

/** It begins with the press of the button. */
export function StartForm({ reload }: { readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, start] = useMutation(START_INCIDENT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const { register, handleSubmit, reset, formState } = useForm<Values>({ defaultValues: EMPTY });
  const submit = handleSubmit(async (values) => {
    setProblem(null);
    const { data, error } = await start({ input: { ...values, requestId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.startIncident.__typename !== 'Incident') return setProblem(<Trans>请写几个字，两千字以内。</Trans>);
    reset(EMPTY);
    setRequestId(newRequestId());
    reload();
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>开始</Trans>} busy={fetching} problem={problem}>
      <div className={styles['pair']}>
        <NativeSelect
          label={t`真的发生，还是演练`}
          data={Object.entries(KIND).map(([value, word]) => ({ value, label: i18n._(word) }))}
          {...register('kind')}
        />
        <NativeSelect
          label={t`什么事`}
          data={Object.entries(SCENARIO).map(([value, word]) => ({ value, label: i18n._(word) }))}
          {...register('scenario')}
        />
      </div>
      <TextInput
        label={t`在哪里，什么情况`}
        error={formState.errors.words?.message}
        {...register('words', { required: t`请写几个字，两千字以内。` })}
      />
    </Form>
  );
}
