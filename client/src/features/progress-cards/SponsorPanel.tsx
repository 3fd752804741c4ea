import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ChildProgressQuery, SponsorshipEnd, SponsorshipStep } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { END_WORDS, SponsorshipBadge } from './card-words.js';
import { DONORS, MATCH_SPONSOR, STEP_SPONSORSHIP } from './progress-cards.operations.js';
import styles from './progress-cards.module.css';

type Sponsorship = NonNullable<ChildProgressQuery['sponsorships']>[number];
interface SponsorPanelProps {
  readonly childId: string;
  readonly sponsorships: readonly Sponsorship[];
  readonly reload: () => void;
}

/** Who stands beside the child with a gift; a worker says who, the donor never chooses. */
export function SponsorPanel({ childId, sponsorships, reload }: SponsorPanelProps) {
  const mayMatch = useMay()('sponsorship.match');
  const [choosing, setChoosing] = useState(false);
  const done = (): void => {
    setChoosing(false);
    reload();
  };
  return (
    <div className={styles['sponsors']}>
      {sponsorships.length === 0 ? (
        <p>
          <Trans>还没有资助人。由社会工作者安排，资助人不挑选孩子。</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {sponsorships.map((one) => (
            <SponsorshipItem key={one.id} sponsorship={one} mayMatch={mayMatch} reload={reload} />
          ))}
        </ul>
      )}
      {!mayMatch ? null : choosing ? (
        <MatchForm childId={childId} done={done} close={() => setChoosing(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setChoosing(true)}>
            <Trans>安排一位资助人</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  readonly sponsorship: Sponsorship;
  readonly mayMatch: boolean;
  readonly reload: () => void;
}

function SponsorshipItem({ sponsorship, mayMatch, reload }: ItemProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, step] = useMutation(STEP_SPONSORSHIP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [ending, setEnding] = useState<SponsorshipEnd>();
  const { id, donorName, state, startsOn, endReason, version } = sponsorship;
  const take = async (name: SponsorshipStep): Promise<void> => {
    setProblem(null);
    const input = { sponsorshipId: id, step: name, version, endReason: name === 'END' ? (ending ?? null) : null };
    const { data, error } = await step({ input });
    if (!data) setProblem(<RequestFault error={error} />);
    else if (data.stepSponsorship.__typename === 'ConsentMissing') {
      setProblem(<Trans>家庭还没有同意把孩子的进展告诉资助人。先和家庭谈一谈，记下他们的话，再开始。</Trans>);
    } else {
      toast({ message: t`记下了。` });
      reload();
    }
  };
  return (
    <li>
      <strong>{donorName}</strong>
      <SponsorshipBadge state={state} />
      <span className={styles['quiet']}>
        {startsOn ? <Trans>从 {format.day(startsOn)} 起</Trans> : null}
        {endReason ? ` · ${i18n._(END_WORDS[endReason])}` : null}
      </span>
      {mayMatch && state !== 'ENDED' ? (
        <span className={styles['actions']}>
          {state === 'WORKER_MATCHED' ? (
            <Button loading={fetching} onClick={() => void take('BEGIN')}>
              <Trans>家庭同意了，开始</Trans>
            </Button>
          ) : null}
          {ending ? (
            <>
              <NativeSelect
                label={t`为什么结束？`}
                value={ending}
                onChange={(event) => setEnding(event.target.value as SponsorshipEnd)}
                data={(Object.keys(END_WORDS) as SponsorshipEnd[]).map((value) => ({
                  value,
                  label: i18n._(END_WORDS[value]),
                }))}
              />
              <Button loading={fetching} onClick={() => void take('END')}>
                <Trans>结束资助</Trans>
              </Button>
            </>
          ) : (
            <Button variant="subtle" onClick={() => setEnding('COMPLETED')}>
              <Trans>结束……</Trans>
            </Button>
          )}
        </span>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
    </li>
  );
}

interface MatchFormProps {
  readonly childId: string;
  readonly done: () => void;
  readonly close: () => void;
}

function MatchForm({ childId, done, close }: MatchFormProps) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: DONORS });
  const [{ fetching }, match] = useMutation(MATCH_SPONSOR);
  const [donorId, setDonorId] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const send = async (): Promise<void> => {
    const { data: answer, error } = await match({ input: { childId, personId: donorId, requestId } });
    const kind = answer?.matchSponsor.__typename;
    if (kind === 'Sponsorship') done();
    else if (kind === 'AlreadyMatched') setProblem(<Trans>这位资助人已经在陪这个孩子了。</Trans>);
    else if (kind) setProblem(<Trans>请先选一位资助人。</Trans>);
    else setProblem(<RequestFault error={error} />);
  };
  const donors = (data?.donors ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <NativeSelect
        label={t`资助人`}
        value={donorId}
        onChange={(event) => setDonorId(event.target.value)}
        data={[{ value: '', label: t`请选一位` }, ...donors]}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" loading={fetching}>
          <Trans>安排好了</Trans>
        </Button>
        <Button variant="default" onClick={close}>
          <Trans>先不改</Trans>
        </Button>
      </div>
    </form>
  );
}
