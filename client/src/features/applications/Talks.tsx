import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { NOTE_TALK } from './applications.operations.js';
import styles from './applications.module.css';

interface TalksProps {
  readonly application: Desk_ApplicationFragment;
  readonly writes: boolean;
  readonly reload: () => void;
}

/** What was talked about; nobody is taken on whom nobody has talked with. */
export function Talks({ application, writes, reload }: TalksProps) {
  const format = useFormat();
  const { talks } = application;
  if (talks.length === 0 && !writes) return null;
  return (
    <Section title={<Trans>面谈</Trans>}>
      {talks.map(({ id, talkedOn, talkedBy, note }) => (
        <Card key={id}>
          <p className={styles['quiet']}>{[format.day(talkedOn), talkedBy].filter(Boolean).join(' · ')}</p>
          <p className={styles['words']}>{note}</p>
        </Card>
      ))}
      {writes ? (
        <details className={styles['fold']} open={talks.length === 0}>
          <summary>
            <Trans>记下一次面谈</Trans>
          </summary>
          <Card>
            <TalkForm key={talks.length} application={application} reload={reload} />
          </Card>
        </details>
      ) : null}
    </Section>
  );
}

function TalkForm({ application, reload }: Pick<TalksProps, 'application' | 'reload'>) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, write] = useMutation(NOTE_TALK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const { register, handleSubmit, forget, formState } = useKeptForm({
    draft: `application.talk.${application.id}`,
    defaultValues: { talkedOn: today, note: '' },
  });
  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await write({ input: { applicationId: application.id, requestId, ...typed } });
    const result = data?.noteApplicationTalk;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'Application':
        forget();
        toast({ message: t`面谈记下了。` });
        return reload();
      case 'InvalidInput':
        return setProblem(<Trans>请写今天或以前的日子，再写几句，四千字以内。</Trans>);
      default:
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>记下</Trans>} busy={fetching} problem={problem}>
      <TextInput type="date" label={t`哪天谈的`} max={today} {...register('talkedOn', { required: true })} />
      <Textarea
        label={t`谈了什么，您的印象`}
        description={t`写看到听到的，写他或她的长处；报名的人有权要一份副本。`}
        rows={5}
        maxLength={4000}
        error={formState.errors.note ? t`请写几句。` : undefined}
        {...register('note', { validate: (text) => text.trim() !== '' })}
      />
    </Form>
  );
}
