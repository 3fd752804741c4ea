import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REFUSED } from './check-words.js';
import { GIVE_CHECK_PAPER_BACK } from './checks.operations.js';

interface GiveBackProps {
  readonly recordCheckId: string;
  /** Whose paper it is, where several stand on one page. */
  readonly name?: string;
  readonly reload: () => void;
}

/** Says that the paper of a check, looked at, is back with its owner. */
export function GiveBack({ recordCheckId, name, reload }: GiveBackProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, giveBack] = useMutation(GIVE_CHECK_PAPER_BACK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const say = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await giveBack({ input: { recordCheckId } });
    const result = data?.giveCheckPaperBack;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'ServiceChecks':
        toast({ message: t`记下了，证明已经还给本人。` });
        return reload();
      case 'FactRefused':
        return setProblem(i18n._(REFUSED[result.why]));
      case 'InvalidInput':
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    }
  };
  return (
    <>
      <div>
        <Button
          variant="default"
          loading={fetching}
          onClick={() => void say()}
          {...(name === undefined ? {} : { 'aria-label': t`看过了，还给${name}了` })}
        >
          <Trans>看过了，还给本人了</Trans>
        </Button>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </>
  );
}
