import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { OPEN_SHARE, SHARE_READERS } from './shared-children.operations.js';
import { AUDIENCE } from './shared-words.js';

interface OpenShareFormProps {
  readonly childId: string;
  readonly done: () => void;
  readonly close: () => void;
}

/** For whom, from where, until when. What they read is decided by the family's yes, not here. */
export function OpenShareForm({ childId, done, close }: OpenShareFormProps) {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: SHARE_READERS });
  const [{ fetching }, open] = useMutation(OPEN_SHARE);
  const [chosen, setChosen] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [until, setUntil] = useState('');
  const [requestId] = useState(newRequestId);
  const [problem, setProblem] = useState<ReactNode>(null);
  const readers = data?.shareReaders ?? [];
  const keyOf = ({ id, audience }: (typeof readers)[number]) => `${audience} ${id}`;
  const send = async (): Promise<void> => {
    setProblem(null);
    const reader = readers.find((one) => keyOf(one) === chosen);
    if (!reader || organisation.trim() === '' || until === '') {
      return setProblem(<Trans>请选一个人，写下单位和到哪一天为止。</Trans>);
    }
    const input = { childId, personId: reader.id, audience: reader.audience, organisation, until, requestId };
    const { data: answer, error } = await open({ input });
    if (!answer) return setProblem(<RequestFault error={error} />);
    const { openShare } = answer;
    switch (openShare.__typename) {
      case 'ChildShare':
        return done();
      case 'ConsentMissing':
        return setProblem(<Trans>家庭还没有同意给这样的人看。请先问一问家庭。</Trans>);
      case 'InvalidInput': {
        const again = openShare.fields.some(({ code }) => code === 'ALREADY_OPEN');
        return setProblem(
          again ? <Trans>已经为这个人打开了。</Trans> : <Trans>日子要从今天起、一年以内；单位八十个字以内。</Trans>,
        );
      }
      case 'NotFound':
        return setProblem(<Trans>这个人现在不能看。请刷新以后再试。</Trans>);
      default:
        return assertUnreachable(openShare);
    }
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      submitLabel={<Trans>打开</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={close}>
          <Trans>先不打开</Trans>
        </Button>
      }
    >
      <NativeSelect
        label={t`给谁看`}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        data={[
          { value: '', label: t`请选一位` },
          ...readers.map((one) => ({ value: keyOf(one), label: `${one.name} · ${i18n._(AUDIENCE[one.audience])}` })),
        ]}
      />
      <TextInput
        label={t`单位`}
        maxLength={80}
        value={organisation}
        onChange={(event) => setOrganisation(event.target.value)}
      />
      <TextInput label={t`到哪一天为止`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
    </Form>
  );
}
