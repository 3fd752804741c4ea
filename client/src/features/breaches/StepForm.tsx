import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { BreachStep, ToldHow } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { HOW_WORDS, STEP_WORDS } from './breach-words.js';
import type { Breach } from './breach.js';
import { TAKE_BREACH_STEP } from './breaches.operations.js';
import styles from './breaches.module.css';

interface StepFormProps {
  readonly breach: Breach;
  readonly step: BreachStep;
  readonly reload: () => void;
}

/** The next step is done: one press, with the authority's reference or how people were told. */
export function StepForm({ breach, step, reload }: StepFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, take] = useMutation(TAKE_BREACH_STEP);
  const [reference, setReference] = useState('');
  const [toldHow, setToldHow] = useState<ToldHow>('EACH');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [refused, setRefused] = useState<CommonRefusalKind>();
  const ways = Object.keys(HOW_WORDS) as ToldHow[];
  const done = async (): Promise<void> => {
    setProblem(null);
    const told = step === 'TELL_AUTHORITY' ? { reference } : step === 'TELL_AFFECTED' ? { toldHow } : {};
    const { data, error } = await take({ input: { breachId: breach.id, version: breach.version, step, ...told } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.takeBreachStep;
    switch (result.__typename) {
      case 'Breach':
        toast({ message: t`记下了，时间写进了记录。` });
        return reload();
      case 'InvalidInput':
        return setProblem(<Trans>请写主管部门给的回执编号，八十个字以内。</Trans>);
      case 'StaleVersion':
      case 'TransitionRefused':
      case 'NotFound':
        return setRefused(result.__typename);
      default:
        assertUnreachable(result);
    }
  };
  if (refused) return <CommonRefusal kind={refused} reload={reload} />;
  return (
    <div className={styles['form']}>
      {step === 'TELL_AUTHORITY' && !breach.drill ? (
        <TextInput
          label={t`主管部门的回执编号`}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      ) : null}
      {step === 'TELL_AFFECTED' ? (
        <NativeSelect
          label={t`怎样告诉的`}
          value={toldHow}
          onChange={(event) => setToldHow(ways.find((one) => one === event.currentTarget.value) ?? toldHow)}
          data={ways.map((value) => ({ value, label: i18n._(HOW_WORDS[value]) }))}
        />
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button loading={fetching} onClick={() => void done()}>
          <Trans>做完了：{i18n._(STEP_WORDS[step])}</Trans>
        </Button>
      </div>
    </div>
  );
}
