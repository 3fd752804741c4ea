import { Trans, useLingui } from '@lingui/react/macro';
import { VOLUNTEER_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { VolunteerKindCode } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useVolunteerWords } from './fact-words.js';
import { kindsNow, type Story } from './story-view.js';
import { ADD_KIND, END_KIND } from './volunteer-page.operations.js';
import styles from './volunteer-page.module.css';

interface KindsProps {
  readonly volunteerId: string;
  readonly story: Story;
  readonly reload: () => void;
}

/** Who somebody is beside volunteering; several at once, each from a day on. */
export function Kinds({ volunteerId, story, reload }: KindsProps) {
  const { t } = useLingui();
  const may = useMay();
  const words = useVolunteerWords();
  const { agency } = useViewer();
  const [{ fetching }, end] = useMutation(END_KIND);
  const [problem, setProblem] = useState<ReactNode>(null);
  const now = kindsNow(story, agency.today).filter(({ endsOn }) => !endsOn);
  const finish = async (volunteerKindId: string): Promise<void> => {
    const { data, error } = await end({ input: { volunteerKindId, endsOn: agency.today } });
    if (!data) return setProblem(<RequestFault error={error} />);
    reload();
  };
  return (
    <>
      {now.length > 0 ? (
        <ul className={styles['kinds']}>
          {now.map(({ id, kind }) => (
            <li key={id}>
              {words.kind(kind)}
              {may('volunteer.recordFacts') ? (
                <Button
                  variant="subtle"
                  loading={fetching}
                  aria-label={t`到今天为止：${words.kind(kind)}`}
                  onClick={() => void finish(id)}
                >
                  <Trans>到今天为止</Trans>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      {may('volunteer.recordFacts') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>记下一个身份</Trans>
          </summary>
          <KindForm volunteerId={volunteerId} reload={reload} />
        </details>
      ) : null}
    </>
  );
}

function KindForm({ volunteerId, reload }: Omit<KindsProps, 'story'>) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useVolunteerWords();
  const { agency } = useViewer();
  const [{ fetching }, add] = useMutation(ADD_KIND);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly kind: VolunteerKindCode | ''; readonly startsOn: string }>({
    defaultValues: { kind: '', startsOn: agency.today },
  });
  const { errors } = form.formState;
  const past = t`请写今天或以前的日子。`;
  const submit = form.handleSubmit(async ({ kind, startsOn }) => {
    setProblem(null);
    if (kind === '') return;
    const { data, error } = await add({ input: { volunteerId, kind, startsOn } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.addVolunteerKind;
    switch (result.__typename) {
      case 'Volunteer':
        form.reset();
        toast({ message: t`记下了，写进了操作记录。` });
        return reload();
      case 'InvalidInput': {
        const twice = result.fields.some(({ code }) => code === 'OVERLAPS');
        return form.setError('startsOn', { message: twice ? t`这个身份那时已经有了。` : past });
      }
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下身份</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`哪个身份`}
        description={t`一个人可以有几个身份。`}
        data={[
          { value: '', label: t`请选一个` },
          ...VOLUNTEER_KINDS.map(({ code }) => ({ value: code, label: words.kind(code) })),
        ]}
        error={errors.kind?.message}
        {...form.register('kind', { required: t`请选一个身份。` })}
      />
      <TextInput
        type="date"
        label={t`从哪天起`}
        max={agency.today}
        error={errors.startsOn?.message}
        {...form.register('startsOn', { validate: (day) => (day !== '' && day <= agency.today) || past })}
      />
    </Form>
  );
}
