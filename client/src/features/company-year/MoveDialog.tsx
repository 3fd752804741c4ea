import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Radio } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MOVE_YEAR_PLACE, YEAR_CHOICES } from './company-year.operations.js';
import type { DeskTeam } from './TeamYearCard.js';
import { useYearWords, type DeskYear } from './use-year-words.js';

const MOST_SHOWN = 12;
/** Of points, from which on a loss is more than a lesser wish. */
const MUCH = 1000;

/** Every day on which a company could come, with what it costs the whole. */
export function MoveDialog({
  year,
  own,
  visitId,
  close,
  reload,
}: {
  readonly year: DeskYear;
  readonly own: DeskTeam;
  readonly visitId: string | undefined;
  readonly close: () => void;
  readonly reload: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useYearWords();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({
    query: YEAR_CHOICES,
    variables: { companyYearId: year.id, teamId: own.team.id },
    requestPolicy: 'network-only',
  });
  const [{ fetching }, move] = useMutation(MOVE_YEAR_PLACE);
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={4} />;
  const has = new Set(own.places.filter(({ state }) => state !== 'ENDED').map(({ day, theme }) => `${day} ${theme}`));
  const choices = (data.yearChoices ?? []).filter(({ day, theme }) => !has.has(`${day} ${theme}`)).slice(0, MOST_SHOWN);
  const costs = (leastLoss: number | null | undefined): string => {
    if (leastLoss === null || leastLoss === undefined) return t`它没有选过，系统不比较`;
    if (leastLoss === 0) return t`对大家一样好`;
    return leastLoss < MUCH ? t`总的差一点` : t`总的差不少，别的企业可能要让`;
  };
  const submit = async (): Promise<void> => {
    setProblem(null);
    const choice = choices.find(({ entryId, day }) => `${entryId} ${day}` === chosen);
    if (!choice) return setProblem(<Trans>请先选一天。</Trans>);
    const { entryId, day } = choice;
    const input = { companyYearId: year.id, teamId: own.team.id, visitId: visitId ?? null, entryId, day };
    const { data: moved, error: fault } = await move({ input });
    const outcome = moved?.moveYearPlace;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={fault} />);
      case 'CompanyYearRun':
        toast({ message: t`换好了，并且重新证明过。` });
        close();
        return reload();
      case 'YearDayImpossible':
        return setProblem(
          outcome.reasons.length === 0 ? (
            <Trans>没有换：和已经定下的日子放不到一起。</Trans>
          ) : (
            <Trans>没有换：{outcome.reasons.map(words.reason).join('；')}。</Trans>
          ),
        );
      default:
        setProblem(<Trans>没有换：情况变了，请关上再看一看。</Trans>);
        reload();
    }
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>就换到这一天</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" onClick={close}>
          <Trans>不换了</Trans>
        </Button>
      }
    >
      {choices.length === 0 ? (
        <p>
          <Trans>没有别的日子可以换。</Trans>
        </p>
      ) : (
        <FieldGroup label={t`可以换到哪里，最合适的在前面`}>
          {choices.map((choice) => {
            const value = `${choice.entryId} ${choice.day}`;
            return (
              <Radio
                key={value}
                name="year-choice"
                value={value}
                checked={chosen === value}
                onChange={() => setChosen(value)}
                label={`${format.dayOfWeek(choice.day)} · ${words.theme(choice)}`}
                description={costs(choice.leastLoss)}
              />
            );
          })}
        </FieldGroup>
      )}
    </Form>
  );
}
