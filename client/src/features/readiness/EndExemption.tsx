import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { EXEMPTION_REFUSALS } from './exemption-words.js';
import { END_EXEMPTION } from './readiness-summary.operations.js';

interface EndExemptionProps {
  readonly exemptionId: string;
  readonly reload: () => void;
}

/** Soft: it can be approved again, and what was begun goes on. */
export function EndExemption({ exemptionId, reload }: EndExemptionProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, end] = useMutation(END_EXEMPTION);
  const [problem, setProblem] = useState<ReactNode>(null);
  const press = async () => {
    setProblem(null);
    const { data, error } = await end({ input: { exemptionId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const answer = data.endExemption;
    if (answer.__typename === 'Volunteer') {
      toast({ message: t`豁免已经收回，从现在起不再算数。` });
      return reload();
    }
    if (answer.__typename === 'FactRefused') return setProblem(i18n._(EXEMPTION_REFUSALS[answer.why]));
    setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
  };
  return (
    <div>
      <Button variant="default" loading={fetching} onClick={() => void press()}>
        <Trans>收回这项豁免</Trans>
      </Button>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}
