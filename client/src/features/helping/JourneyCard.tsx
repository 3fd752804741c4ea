import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { HelperJourneyCardFragment } from '../../gql/graphql.js';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { FamilyAnswers } from './FamilyAnswers.js';
import { NEXT_STEP, STATE_WORDS, STEP_WORDS } from './helping-words.js';
import { HELPER_TEXT, LEAVE_HELPING, RECORD_ACCOMPANIED, RECORD_HELPER_STEP } from './helping.operations.js';
import styles from './helping.module.css';
import { Way } from './Way.js';

export interface JourneyProps {
  readonly journey: HelperJourneyCardFragment;
  readonly reload: () => void;
}

/** One person's way at the desk: where it stands, and what a worker records next. */
export function JourneyCard({ journey, reload }: JourneyProps) {
  const { i18n } = useLingui();
  const may = useMay();
  const { name, state, supervisorName } = journey;
  const over = state === 'LEFT';
  return (
    <Card>
      <div className={styles['journey']}>
        <div className={styles['head']}>
          <h2>{name}</h2>
          <StateBadge tone={over ? 'quiet' : 'good'}>{i18n._(STATE_WORDS[state])}</StateBadge>
        </div>
        {supervisorName ? (
          <p className={styles['quiet']}>
            <Trans>督导者：{supervisorName}。不做这个家庭的个案。</Trans>
          </p>
        ) : null}
        <Way {...journey} />
        {!over && may('helping.begin') ? <Actions journey={journey} reload={reload} /> : null}
      </div>
    </Card>
  );
}

function Actions({ journey, reload }: JourneyProps) {
  const { i18n } = useLingui();
  const [stepping, step] = useMutation(RECORD_HELPER_STEP);
  const [leaving, leave] = useMutation(LEAVE_HELPING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const next = NEXT_STEP[journey.state];
  const input = { journeyId: journey.id };
  return (
    <div className={styles['actions']}>
      {journey.minor && journey.origin === 'CHILD' ? <FamilyAnswers journey={journey} reload={reload} /> : null}
      {journey.state === 'AGREEMENT_SIGNED' ? <Accompanied journey={journey} reload={reload} /> : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['buttons']}>
        {next && !(next === 'STAFF' && journey.minor) ? (
          <Button
            loading={stepping.fetching}
            onClick={() =>
              void step({ input: { ...input, step: next } }).then(({ data, error }) => {
                if (!data) return setProblem(<RequestFault error={error} />);
                const done = data.recordHelperStep.__typename === 'HelperJourney';
                setProblem(done ? null : <Trans>没有记下：前面的步骤有变化，请看看现在走到了哪里。</Trans>);
                reload();
              })
            }
          >
            <Trans>记下：{i18n._(STEP_WORDS[next])}</Trans>
          </Button>
        ) : null}
        <Button
          variant="default"
          loading={leaving.fetching}
          onClick={() =>
            void leave({ input }).then(({ data, error }) =>
              data ? reload() : setProblem(<RequestFault error={error} />),
            )
          }
        >
          <Trans>按本人的意思结束</Trans>
        </Button>
      </div>
    </div>
  );
}

function Accompanied({ journey, reload }: JourneyProps) {
  const { t, i18n } = useLingui();
  const { today } = useViewer().agency;
  const [{ data }] = useQuery({ query: HELPER_TEXT, variables: { english: i18n.locale === 'en' } });
  const [{ fetching }, record] = useMutation(RECORD_ACCOMPANIED);
  const [volunteerId, choose] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const done = async (): Promise<void> => {
    setProblem(null);
    const { data: answer, error } = await record({ input: { journeyId: journey.id, volunteerId, happenedOn: today } });
    if (!answer) return setProblem(<RequestFault error={error} />);
    if (answer.recordAccompanied.__typename === 'HelperJourney') return reload();
    setProblem(<Trans>没有记下：请选一位手续齐全的成年志愿者，一天记一次。</Trans>);
  };
  return (
    <div className={styles['actions']}>
      <NativeSelect
        label={t`今天在谁身边服务`}
        value={volunteerId}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t`请选择` },
          ...(data?.helperCompanions ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button variant="default" loading={fetching} disabled={volunteerId === ''} onClick={() => void done()}>
          <Trans>记下这一次</Trans>
        </Button>
      </div>
    </div>
  );
}
