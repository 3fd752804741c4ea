import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MyEligibilityQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { useFormat } from '../../ui/format/use-format.js';
import { sortFindings } from './eligibility-view.js';
import { OUTCOME, REMEDY, REQUIREMENT } from './my-words.js';
import styles from './my-service.module.css';

type Eligibility = NonNullable<MyEligibilityQuery['myEligibility']>;
type Finding = Eligibility['findings'][number];

/** "What am I still missing": the open steps first, each with what to do; then what is already there. */
export function MyEligibilityPanel({ eligibility }: { readonly eligibility: Eligibility }) {
  const format = useFormat();
  const { open, soon, there } = sortFindings(eligibility.findings);
  return (
    <section className={styles['panel']}>
      <div className={styles['standing']} data-ready={eligibility.ready}>
        <HandsWithBook />
        <div>
          <h2>
            {eligibility.ready ? (
              <Trans>您已经准备好了</Trans>
            ) : (
              <Plural value={open.length} other="还差 # 步就可以开始" />
            )}
          </h2>
          <p>
            {eligibility.ready ? (
              <Trans>{format.day(eligibility.serviceDate)}这一天，您可以参加服务。</Trans>
            ) : (
              <Trans>下面写着每一步怎么办。不清楚的，问机构就好。</Trans>
            )}
          </p>
        </div>
      </div>
      {[...open, ...soon].length > 0 ? <OwnSteps findings={[...open, ...soon]} /> : null}
      {there.length > 0 ? (
        <ul className={styles['there']}>
          {there.map((finding) => (
            <Settled key={finding.requirement} finding={finding} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** What is still missing, each with what to do. */
export function OwnSteps({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ol className={styles['steps']}>
      {findings.map((finding) => (
        <Step key={finding.requirement} finding={finding} />
      ))}
    </ol>
  );
}

function Step({ finding }: { readonly finding: Finding }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const requirement = REQUIREMENT[finding.requirement];
  const outcome = OUTCOME[finding.outcome];
  const remedy = REMEDY[finding.remedy];
  return (
    <li>
      <div className={styles['stepHead']}>
        <h3>{i18n._(requirement.name)}</h3>
        <StateBadge tone={outcome.tone}>{i18n._(outcome.word)}</StateBadge>
      </div>
      {remedy ? <p className={styles['remedy']}>{i18n._(remedy)}</p> : null}
      {finding.until ? (
        <p>
          <Trans>有效到 {format.day(finding.until)}</Trans>
        </p>
      ) : null}
      <p className={styles['why']}>
        {i18n._(requirement.why)}
        {finding.clause ? (
          <span>
            <Trans>依据 MZ/T 248—2025 {finding.clause}</Trans>
          </span>
        ) : null}
      </p>
    </li>
  );
}

function Settled({ finding }: { readonly finding: Finding }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const outcome = OUTCOME[finding.outcome];
  return (
    <li>
      <span>{i18n._(REQUIREMENT[finding.requirement].name)}</span>
      {finding.until ? (
        <small>
          <Trans>有效到 {format.day(finding.until)}</Trans>
        </small>
      ) : null}
      <StateBadge tone={outcome.tone}>{i18n._(outcome.word)}</StateBadge>
    </li>
  );
}
