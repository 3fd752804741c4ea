import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { FactorMethod, ProveFactorMutation, TypedFactor } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { ASK_PROOF_PASSKEY, PROVE_BY_PASSKEY, PROVE_FACTOR } from './factors.operations.js';
import { FactorForm, type Outcome } from './FactorForm.js';
import { signWithPasskey } from './passkeys.js';
import { useWaitWords } from './use-wait-words.js';

/** What an answer looks like that asks for a second factor first. */
interface Asks {
  readonly __typename: 'StepUpNeeded';
  readonly methods: readonly FactorMethod[];
}
const asks = (answer: unknown): answer is Asks =>
  typeof answer === 'object' && answer !== null && '__typename' in answer && answer.__typename === 'StepUpNeeded';

export interface StepUp {
  /** Belongs on the page, outside of any form. */
  readonly dialog: ReactNode;
  /**
   * Does something; where the server asks for a second factor first, a dialog asks, and it is done again. The page
   * behind keeps what was typed. The first answer comes back where the person thinks better of it.
   */
  readonly through: <Answer>(run: () => Promise<Answer>, answerOf: (got: Answer) => unknown) => Promise<Answer>;
}

export function useStepUp(): StepUp {
  const { t } = useLingui();
  const [methods, setMethods] = useState<readonly FactorMethod[]>();
  const over = useRef<(proved: boolean) => void>(undefined);

  const through = useCallback<StepUp['through']>(async (run, answerOf) => {
    const first = await run();
    const answer = answerOf(first);
    if (!asks(answer)) return first;
    const proved = await new Promise<boolean>((resolve) => {
      over.current = resolve;
      setMethods(answer.methods);
    });
    return proved ? run() : first;
  }, []);
  const close = (proved: boolean): void => {
    setMethods(undefined);
    over.current?.(proved);
    over.current = undefined;
  };

  const dialog = (
    <FormDialog opened={methods !== undefined} close={() => close(false)} title={t`再确认一次是您本人`}>
      {methods ? <ProveForm methods={methods} proved={() => close(true)} cancel={() => close(false)} /> : null}
    </FormDialog>
  );
  return { dialog, through };
}

interface ProveFormProps {
  readonly methods: readonly FactorMethod[];
  readonly proved: () => void;
  readonly cancel: () => void;
}

function ProveForm({ methods, proved, cancel }: ProveFormProps) {
  const { t } = useLingui();
  const wait = useWaitWords();
  const [{ fetching }, prove] = useMutation(PROVE_FACTOR);
  const [, ask] = useMutation(ASK_PROOF_PASSKEY);
  const [, proveByPasskey] = useMutation(PROVE_BY_PASSKEY);
  const submit = async (method: TypedFactor, code: string): Promise<Outcome> => {
    const { data, error } = await prove({ input: { method, code } });
    if (!data) return { problem: <RequestFault error={error} /> };
    return outcomeOf(data.proveFactor);
  };
  const sign = async (): Promise<Outcome> => {
    const asked = await ask({});
    if (!asked.data) return { problem: <RequestFault error={asked.error} /> };
    const answer = await signWithPasskey(asked.data.askProofPasskey.request);
    if (answer === undefined) return { problem: <Trans>没有用上通行密钥，可以再试一次。</Trans> };
    const { data, error } = await proveByPasskey({ input: { answer } });
    return data ? outcomeOf(data.proveByPasskey) : { problem: <RequestFault error={error} /> };
  };
  const outcomeOf = (result: ProveFactorMutation['proveFactor']): Outcome => {
    switch (result.__typename) {
      case 'MyFactors':
        proved();
        return undefined;
      case 'FactorWrong':
        return { wrong: t`不对，或者已经用过。请看看最新的再试。` };
      case 'TooManyAttempts':
        return { problem: wait(result.retryAfterSeconds) };
      default:
        return assertUnreachable(result);
    }
  };
  return (
    <>
      <p>
        <Trans>这一步很要紧。确认以后，接着刚才的做，填好的都还在。</Trans>
      </p>
      <FactorForm
        methods={methods}
        submit={submit}
        sign={sign}
        submitLabel={<Trans>确认</Trans>}
        busy={fetching}
        aside={
          <Button variant="default" onClick={cancel}>
            <Trans>先不做</Trans>
          </Button>
        }
      />
    </>
  );
}
