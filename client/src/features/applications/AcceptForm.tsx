import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { AcceptApplicationMutation, ApplicationWait } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { INVITED, WAIT } from './application-words.js';
import { ACCEPT } from './applications.operations.js';
import styles from './applications.module.css';
import type { DecisionProps } from './Decision.js';

type Result = AcceptApplicationMutation['acceptApplication'];
type Known = Extract<Result, { readonly __typename: 'ApplicantKnown' }>;
const MOST_PLACES = 5;

/** Takes somebody on: a record as a volunteer and an invitation; service begins only once the papers hold. */
export function AcceptForm({ application, reload, close }: DecisionProps & { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, accept] = useMutation(ACCEPT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [known, setKnown] = useState<Known>();
  const { register, handleSubmit, forget, formState, getValues } = useKeptForm({
    draft: `application.accept.${application.id}`,
    defaultValues: { places: '1', reason: '' },
  });
  const withoutReference = application.waits.includes('REFERENCES');

  const send = async (samePerson: boolean): Promise<void> => {
    setProblem(null);
    const { places, reason } = getValues();
    const { id: applicationId, version } = application;
    const { data, error } = await accept({
      input: { applicationId, version, places: Number(places), samePerson, reason },
    });
    const result = data?.acceptApplication;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'ApplicationAccepted':
        forget();
        toast({ message: i18n._(INVITED[result.invitation]) });
        return reload();
      case 'ApplicationHeld':
        return setProblem(<Held waits={result.waits} />);
      case 'ApplicantKnown':
        return setKnown(result);
      case 'InvalidInput':
        return setProblem(<Trans>请看看名额和理由，五百字以内。</Trans>);
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  };
  const submit = handleSubmit(() => send(false));
  const problems = known ? <KnownNumber known={known} busy={fetching} link={() => void send(true)} /> : problem;
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>接受，发出邀请</Trans>}
      busy={fetching}
      problem={problems}
      aside={
        <Button variant="default" size="md" onClick={close}>
          <Trans>先不决定</Trans>
        </Button>
      }
    >
      <p>
        <Trans>会建一份志愿者的档案，用短信邀请开通账号。记录查询、培训、协议都齐了，才能安排服务。</Trans>
      </p>
      <NativeSelect
        label={t`最多陪伴几个孩子`}
        data={Array.from({ length: MOST_PLACES + 1 }, (_, places) => ({
          value: String(places),
          label: String(places),
        }))}
        {...register('places')}
      />
      {withoutReference ? (
        <Textarea
          label={t`还没有认识的人说过话，为什么也接受`}
          description={t`比如推荐人是当面谈的。写下来，以后查得到。`}
          rows={2}
          maxLength={500}
          error={formState.errors.reason ? t`请写一句理由，或者先请认识的人说几句。` : undefined}
          {...register('reason', { validate: (text) => text.trim() !== '' })}
        />
      ) : null}
    </Form>
  );
}

function Held({ waits }: { readonly waits: readonly ApplicationWait[] }) {
  const { t, i18n } = useLingui();
  return (
    <RefusalPanel
      what={t`还不能接受`}
      why={t`有一步要先走：`}
      now={
        <ul className={styles['next']}>
          {waits.map((wait) => (
            <li key={wait}>{i18n._(WAIT[wait])}</li>
          ))}
        </ul>
      }
      ask={t`督导者，或者机构负责人。`}
    />
  );
}

interface KnownNumberProps {
  readonly known: Known;
  readonly busy: boolean;
  readonly link: () => void;
}

/** One number is one person: never a second record by a slip. */
function KnownNumber({ known, busy, link }: KnownNumberProps) {
  const { t } = useLingui();
  const { knownName, isVolunteer, mayLink } = known;
  return (
    <RefusalPanel
      what={t`这个号码机构里已经有了`}
      why={
        knownName ? (
          isVolunteer ? (
            <Trans>它是志愿者{knownName}的。</Trans>
          ) : (
            <Trans>它是{knownName}的。</Trans>
          )
        ) : (
          <Trans>它是谁的，不在您的职责范围里。</Trans>
        )
      }
      now={mayLink ? t`是同一个人，就接着用那一份档案；不是，就打电话问对号码。` : t`请机构负责人来接受这一份。`}
      ask={t`机构负责人。`}
      actions={
        mayLink ? (
          <Button loading={busy} onClick={link}>
            <Trans>是同一个人，接着办</Trans>
          </Button>
        ) : null
      }
    />
  );
}
