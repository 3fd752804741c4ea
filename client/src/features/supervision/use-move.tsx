import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MOVE } from './board.operations.js';
import type { BoardVolunteer, Column } from './board-view.js';

export interface Moving {
  /** Answers whether it was done; a refusal stands in `problem`. */
  readonly move: (volunteer: BoardVolunteer, to: Column) => Promise<boolean>;
  readonly problem: ReactNode;
  readonly forget: () => void;
  readonly busy: boolean;
}

/** One volunteer to another supervisor, by hand or by the list; taken back by the message that says so. */
export function useMove(columns: readonly Column[], reload: () => void): Moving {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(MOVE);
  const [problem, setProblem] = useState<ReactNode>(null);

  const ask = async (volunteer: BoardVolunteer, from: string | undefined, to: Column): Promise<boolean> => {
    setProblem(null);
    const { volunteerId, name } = volunteer;
    const input = { volunteerId, fromPersonId: from ?? null, toPersonId: to.personId ?? '' };
    const { data, error } = await send({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return false;
    }
    reload();
    const result = data.moveSupervised;
    switch (result.__typename) {
      case 'SupervisionBoard':
        return true;
      case 'SupervisorChanged':
        setProblem(
          result.supervisorName ? (
            <Trans>
              没有换：有同事刚刚把{name}交给了{result.supervisorName}。请看看现在的安排。
            </Trans>
          ) : (
            <Trans>没有换：有同事刚刚改了{name}的督导。请看看现在的安排。</Trans>
          ),
        );
        return false;
      case 'CaseloadFull':
        setProblem(<Full name={name} supervisor={to.name} {...result} />);
        return false;
      case 'SupervisorTooClose':
        setProblem(<TooClose name={name} supervisor={to.name} />);
        return false;
      case 'NotFound':
        setProblem(<Trans>没有换：这位志愿者或这位督导刚刚离开了名单。请看看现在的安排。</Trans>);
        return false;
      default:
        return assertUnreachable(result);
    }
  };

  const move = async (volunteer: BoardVolunteer, to: Column): Promise<boolean> => {
    const from = volunteer.supervisorId ?? undefined;
    const back = columns.find(({ personId }) => personId === from);
    if (!(await ask(volunteer, from, to))) return false;
    const undo = from && back ? async () => void (await ask(volunteer, to.personId, back)) : undefined;
    toast({ message: t`${volunteer.name}现在由${to.name}督导。`, undo });
    return true;
  };
  return { move, problem, forget: () => setProblem(null), busy: fetching };
}

function TooClose({ name, supervisor }: { readonly name: string; readonly supervisor: string }) {
  return (
    <>
      <p>
        <Trans>
          没有换：{supervisor}和{name}之间已有别的工作关系，督导要由另一个人来做。
        </Trans>
      </p>
      <p>
        <Trans>请选另一位督导。这样志愿者有话可以放心说。</Trans>
      </p>
    </>
  );
}

interface FullProps {
  readonly name: string;
  readonly supervisor: string;
  readonly places: number;
  readonly held: number;
  readonly more: number;
}
function Full({ name, supervisor, places, held, more }: FullProps) {
  return (
    <>
      <p>
        <Trans>
          没有换：{supervisor}最多照看 {places} 段陪伴，现在有 {held} 段。
        </Trans>{' '}
        <Plural value={more} other={`${name}会带来 # 段。`} />
      </p>
      <p>
        <Trans>请选另一位督导，或先把别的志愿者换走；名额写在机构设置里（督导要顾得过来，§7.4.3）。</Trans>
      </p>
    </>
  );
}
