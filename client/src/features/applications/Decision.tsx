import { Trans, useLingui } from '@lingui/react/macro';
import { DECLINE_REASONS, declineLetter } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useLocale } from '../../app/i18n/use-locale.js';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AcceptForm } from './AcceptForm.js';
import { DECLINE } from './applications.operations.js';
import styles from './applications.module.css';

export interface DecisionProps {
  readonly application: Desk_ApplicationFragment;
  readonly reload: () => void;
}

/** Yes or not this time: each with what follows from it, before it is done. */
export function Decision({ application, reload }: DecisionProps) {
  const [way, setWay] = useState<'ACCEPT' | 'DECLINE'>();
  return (
    <Section title={<Trans>决定</Trans>}>
      <Card>
        {way === 'ACCEPT' ? (
          <AcceptForm application={application} reload={reload} close={() => setWay(undefined)} />
        ) : way === 'DECLINE' ? (
          <DeclineForm application={application} reload={reload} close={() => setWay(undefined)} />
        ) : (
          <div className={styles['actions']}>
            <Button onClick={() => setWay('ACCEPT')}>
              <Trans>接受</Trans>
            </Button>
            <Button variant="default" onClick={() => setWay('DECLINE')}>
              <Trans>这一次不接受</Trans>
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}

interface Declined {
  readonly reason: string;
  readonly letter: string;
  readonly note: string;
}

/** The letter stands on the screen as the applicant will read it. */
function DeclineForm({ application, reload, close }: DecisionProps & { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const toast = useToast();
  const [{ fetching }, decline] = useMutation(DECLINE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Declined>({
    draft: `application.decline.${application.id}`,
    defaultValues: { reason: '', letter: '', note: '' },
  });
  const { register, handleSubmit, forget, formState, watch } = form;
  const reason = watch('reason');
  const own = watch('letter');
  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    const input = { applicationId: application.id, version: application.version, ...typed };
    const { data, error } = await decline({ input });
    const result = data?.declineApplication;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'Application':
        forget();
        toast({ message: t`记下了，报名的人会收到短信，在自己的页面上读到这封信。` });
        return reload();
      case 'InvalidInput':
        return setProblem(<Trans>请选一个原因；自己的话五百字以内。</Trans>);
      default:
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>送出这封信</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" size="md" onClick={close}>
          <Trans>先不决定</Trans>
        </Button>
      }
    >
      <NativeSelect
        label={t`为什么`}
        data={[
          { value: '', label: t`请选一个` },
          ...DECLINE_REASONS.map(({ code, zh, en }) => ({ value: code, label: i18n.locale === 'en' ? en : zh })),
        ]}
        error={formState.errors.reason ? t`请选一个。` : undefined}
        {...register('reason', { required: true })}
      />
      <Textarea
        label={t`您自己再写几句（可以不写）`}
        description={t`说说他或她的长处，有什么别的可以做。不要写到别人。`}
        rows={3}
        maxLength={500}
        {...register('letter')}
      />
      {reason ? (
        <section className={styles['letter']} aria-label={t`报名的人会读到`}>
          <p className={styles['quiet']}>
            <Trans>报名的人会读到：</Trans>
          </p>
          <p>
            <Trans>{application.name}，谢谢您想来陪孩子们。</Trans>
          </p>
          <p>{declineLetter(reason, locale)}</p>
          {own.trim() ? <p className={styles['words']}>{own}</p> : null}
        </section>
      ) : null}
      <Textarea label={t`只留在机构里的话（可以不写）`} rows={2} maxLength={4000} {...register('note')} />
    </Form>
  );
}
