import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { EnrolChildMutation } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { EnrolmentFindings } from './EnrolmentFindings.js';
import { ENROL_CHILD } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

type Refused = Extract<EnrolChildMutation['enrolChild'], { readonly __typename: 'EnrolmentRefused' }>;

export interface EnrolButtonProps {
  readonly childId: string;
  readonly programme: { readonly id: string; readonly name: string; readonly nameEn?: string | null | undefined };
  readonly reload: () => void;
}

/** Gives the place, or says in full why not now and what would satisfy it. */
export function EnrolButton({ childId, programme, reload }: EnrolButtonProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useProgrammeWords();
  const [{ fetching }, enrol] = useMutation(ENROL_CHILD);
  // One name for all tries of this press: an answer that got lost is no second place.
  const [requestId, renew] = useState(newRequestId);
  const [problem, setProblem] = useState<ReactNode>(null);
  const name = words.name(programme);

  const submit = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await enrol({ input: { programmeId: programme.id, childId, requestId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.enrolChild;
    switch (result.__typename) {
      case 'ProgrammePlace':
        renew(newRequestId());
        toast({ message: t`孩子从今天起参加“${name}”。` });
        return reload();
      case 'EnrolmentRefused':
        return setProblem(<Refusal refused={result} name={name} />);
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };

  return (
    <>
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button loading={fetching} onClick={() => void submit()}>
          <Trans>给孩子“{name}”的名额</Trans>
        </Button>
      </div>
    </>
  );
}

function Refusal({ refused, name }: { readonly refused: Refused; readonly name: string }) {
  const what = <Trans>“{name}”的名额现在还不能给。</Trans>;
  const ask = <Trans>您的督导者，或设立这个项目的同事。</Trans>;
  switch (refused.why) {
    case 'CRITERIA':
      return (
        <RefusalPanel
          what={what}
          why={<Trans>项目写明了面向哪些孩子，名额给了就要符合。</Trans>}
          now={<EnrolmentFindings findings={refused.findings.filter(({ outcome }) => outcome !== 'MET')} />}
          ask={ask}
        />
      );
    case 'NO_PLACE_LEFT': {
      const places = refused.places ?? 0;
      return (
        <RefusalPanel
          what={what}
          why={<Trans>{places} 个名额都有孩子了，最后一个刚刚给了别的孩子。</Trans>}
          now={<Trans>等有名额空出来，或请督导者看看能不能增加名额。</Trans>}
          ask={ask}
        />
      );
    }
    case 'HAS_A_PLACE':
      return (
        <RefusalPanel
          what={what}
          why={<Trans>孩子已经在这个项目里了，一个孩子一个名额。</Trans>}
          now={<Trans>重新打开这一页，就看得到孩子的名额。</Trans>}
          ask={ask}
        />
      );
    default:
      return assertUnreachable(refused.why);
  }
}
