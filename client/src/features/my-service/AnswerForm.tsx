import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, Textarea } from '../../ui/fields/fields.js';
import { failureOf } from '../../app/graphql/failure.js';
import { FormFault } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ConductRules } from './ConductRules.js';
import styles from './my-service.module.css';
import { ANSWER_COMPANIONSHIP } from './my-service.operations.js';
import { REQUIREMENT } from './my-words.js';

interface Answer {
  readonly acceptConduct: boolean;
  readonly reason: string;
}

export interface AnswerFormProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly reload: () => void;
}

/** Yes, after reading the rules; or no, with a few words, without any pressure. */
export default function AnswerForm({ companionshipId, version, reload }: AnswerFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, answer] = useMutation(ANSWER_COMPANIONSHIP);
  const [declining, setDeclining] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Answer>({
    draft: `answer.${companionshipId}`,
    defaultValues: { acceptConduct: false, reason: '' },
  });
  const { errors } = form.formState;

  const send = async (agree: boolean, { acceptConduct, reason }: Answer): Promise<void> => {
    setProblem(null);
    const input = {
      companionshipId,
      version,
      agree,
      acceptConduct: agree && acceptConduct,
      reason: agree ? null : reason,
    };
    const { data, error } = await answer({ input });
    if (!data) {
      const failure = error ? failureOf(error) : undefined;
      setProblem(<FormFault reference={failure?.kind === 'FAULT' ? failure.reference : undefined} />);
      return;
    }
    const result = data.answerCompanionship;
    switch (result.__typename) {
      case 'MyCompanionship':
        form.forget();
        toast({ message: agree ? t`谢谢您愿意。我们会告诉社会工作者。` : t`收到了，谢谢您告诉我们。` });
        reload();
        return;
      case 'VolunteerNotEligible': {
        const open = result.findings.filter(({ outcome }) => !['VALID', 'RENEWAL_DUE', 'EXEMPT'].includes(outcome));
        const names = open.map(({ requirement }) => i18n._(REQUIREMENT[requirement].name));
        const missing = new Intl.ListFormat(i18n.locale).format(names);
        setProblem(
          <RefusalPanel
            what={t`还不能开始这段陪伴`}
            why={t`开始以前手续要齐。还差：${missing}。`}
            now={t`在首页可以看到每一步怎么办；办好以后再回来答应，不会错过。`}
            ask={t`上面写着的社会工作者。`}
          />,
        );
        return;
      }
      case 'InvalidInput':
        setProblem(
          agree ? <Trans>请先读完约定，再打上勾。</Trans> : <Trans>请写几个字，让社会工作者知道怎么帮您安排。</Trans>,
        );
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        toast({ tone: 'danger', message: t`这段陪伴刚刚有了变化，已经换成最新的内容，请再看一看。` });
        reload();
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <form className={styles['answer']} noValidate onSubmit={(event) => event.preventDefault()}>
      {declining ? (
        <>
          <Textarea
            label={t`这次不方便的原因`}
            description={t`写一句就好，只有社会工作者看得到。`}
            rows={3}
            error={errors.reason?.message}
            {...form.register('reason', { required: t`请写几个字，让社会工作者知道怎么帮您安排。` })}
          />
          <div className={styles['answerActions']}>
            <Button loading={fetching} onClick={() => void form.handleSubmit((values) => send(false, values))()}>
              <Trans>告诉社会工作者</Trans>
            </Button>
            <Button variant="default" onClick={() => setDeclining(false)}>
              <Trans>再想想</Trans>
            </Button>
          </div>
        </>
      ) : (
        <>
          <h3>
            <Trans>见面时的约定</Trans>
          </h3>
          <ConductRules />
          <Checkbox
            label={t`我读过了，愿意遵守`}
            error={errors.acceptConduct?.message}
            {...form.register('acceptConduct', { required: t`请先读完约定，再打上勾。` })}
          />
          <div className={styles['answerActions']}>
            <Button loading={fetching} onClick={() => void form.handleSubmit((values) => send(true, values))()}>
              <Trans>我愿意</Trans>
            </Button>
            <Button variant="default" onClick={() => setDeclining(true)}>
              <Trans>这次不方便</Trans>
            </Button>
          </div>
        </>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
    </form>
  );
}
