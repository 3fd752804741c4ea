import { Trans, useLingui } from '@lingui/react/macro';
import { reasonKey, type Reason } from '@tongxing/shared/rules';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { VolunteerReadinessQuery } from '../../gql/graphql.js';
import { useAddress } from '../../ui/list/use-address.js';
import { useCounted } from '../../ui/list/use-counted.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PartError } from '../../ui/states/PartError.js';
import { OUTCOME_WORDS, REQUIREMENT_WORDS } from './eligibility-words.js';
import { VOLUNTEER_READINESS } from './readiness-summary.operations.js';
import styles from './readiness.module.css';

type Readiness = VolunteerReadinessQuery['volunteerReadiness'];

/** How many can serve on a day, and for the others each reason with its number, which opens the list of these people. */
export function ReadinessSummary({ on }: { readonly on: string }) {
  const [{ data, error }, load] = useQuery({ query: VOLUNTEER_READINESS, variables: { on } });
  if (error && !data) return <PartError retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={2} />;
  if (data.volunteerReadiness.total === 0) return null;
  return <Summary readiness={data.volunteerReadiness} />;
}

function Summary({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useLingui();
  const counted = useCounted();
  const { reasons } = readiness;
  const can = counted(readiness.ready + readiness.renewalDue);
  const soon = counted(readiness.renewalDue);
  const open = counted(readiness.notReady);
  const stopped = counted(readiness.stopped);
  return (
    <section className={styles['summary']} aria-label={t`准备情况和原因`}>
      <p>
        <Trans>
          那天 {can} 名可以服务，其中 {soon} 名的手续快到期；{open} 名还差几步，{stopped} 名暂不安排。
        </Trans>
      </p>
      {reasons.length === 0 ? null : (
        <ul className={styles['reasons']} data-print="no">
          {reasons.map((reason) => (
            <ReasonLink key={reasonKey(reason as Reason)} reason={reason} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** A press opens the list of exactly these people; one more press opens everybody again. */
function ReasonLink({ reason }: { readonly reason: Readiness['reasons'][number] }) {
  const { i18n } = useLingui();
  const counted = useCounted();
  const [address] = useAddress();
  const key = reasonKey(reason as Reason);
  const chosen = address.get('reason') === key;
  const to = new URLSearchParams(address);
  to.delete('standing');
  if (chosen) to.delete('reason');
  else to.set('reason', key);
  return (
    <li>
      <Link
        to={`?${to.toString()}`}
        replace
        className={styles['reason']}
        aria-current={chosen ? 'true' : undefined}
        data-tone={OUTCOME_WORDS[reason.outcome].tone}
      >
        <span>
          {i18n._(REQUIREMENT_WORDS[reason.requirement])} · {i18n._(OUTCOME_WORDS[reason.outcome].word)}
        </span>
        <strong>{counted(reason.volunteers)}</strong>
      </Link>
    </li>
  );
}
