import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { MatchLeftQuery } from '../../gql/graphql.js';
import { Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { RuleLine } from '../readiness/index.js';
import { reasonWords } from './criterion-words.js';
import styles from './board.module.css';
import { MATCH_LEFT } from './matching.operations.js';

type UnmatchedChildren = NonNullable<MatchLeftQuery['matchRun']>['unmatched'];

/** Children for whom nobody was proposed: what stood in the way, for how many volunteers, and what would help. */
export function Unmatched({ runId }: { readonly runId: string }) {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MATCH_LEFT, variables: { id: runId } });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState />;
  if (!data.matchRun || data.matchRun.unmatchedTotal === 0) return null;
  const { unmatched, unmatchedTotal: count, childrenConsidered: considered, extraPlaces } = data.matchRun;
  const first = unmatched.length;
  return (
    <Section
      title={<Trans>还没有找到陪伴者的孩子</Trans>}
      lead={t`这次考虑的 ${considered} 名儿童里有 ${count} 名。一位志愿者可能同时有几个原因。`}
    >
      <Scarcity extra={extraPlaces} />
      {first < count ? (
        <p className={styles['quiet']}>
          <Trans>下面是前 {first} 名。</Trans>
        </p>
      ) : null}
      <ul className={styles['unmatched']}>
        {unmatched.map(({ child, reasons }) => (
          <li key={child.id}>
            <details>
              <summary>
                <strong>
                  <Trans>
                    {child.name}（化名{child.pseudonym}）
                  </Trans>
                </strong>
                <MainReason reason={reasons[0]} />
                <IconChevronDown size={18} stroke={1.75} aria-hidden />
              </summary>
              <Reasons reasons={reasons} />
              <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
                <Trans>看这个孩子的资料</Trans>
              </Link>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Extra = NonNullable<MatchLeftQuery['matchRun']>['extraPlaces'];

/** Where places are short, in children: found by solving again, not guessed. */
function Scarcity({ extra }: { readonly extra: Extra }) {
  if (!extra) return null;
  const { places, wouldPlace } = extra;
  return (
    <p className={styles['slack']}>
      {wouldPlace > 0 ? (
        <Trans>
          再有 {places} 个督导名额，可多安排 {wouldPlace} 名孩子。
        </Trans>
      ) : (
        <Trans>督导名额够用：再多几个名额，这次也不会多安排孩子。可以看看下面写的办法。</Trans>
      )}
    </p>
  );
}

type Reason = UnmatchedChildren[number]['reasons'][number];

function MainReason({ reason }: { readonly reason: Reason | undefined }) {
  const { i18n } = useLingui();
  if (!reason) {
    return (
      <span>
        <Trans>合适的志愿者这次都陪伴了别的孩子</Trans>
      </span>
    );
  }
  return (
    <span className={styles['mainReason']}>
      <Plural value={reason.volunteers} other="# 名志愿者" />
      <Trans>：{i18n._(reasonWords(reason.code).what)}</Trans>
    </span>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['reasons']}>
      {reasons.map(({ code, rule, clause, volunteers }) => {
        const { what, now } = reasonWords(code);
        return (
          <li key={code}>
            <p>
              <strong>
                <Plural value={volunteers} other="# 名志愿者" />
              </strong>
              <Trans>
                ：{i18n._(what)}。可以试试：{i18n._(now)}。
              </Trans>
            </p>
            <RuleLine rule={rule} clause={clause} />
          </li>
        );
      })}
    </ul>
  );
}
