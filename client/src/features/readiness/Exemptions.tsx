import { Trans, useLingui } from '@lingui/react/macro';
import { EXEMPTABLE } from '@tongxing/shared/rules';
import { useMay } from '../../app/session/session-context.js';
import type { VolunteerQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { REQUIREMENT_WORDS } from './eligibility-words.js';
import { EndExemption } from './EndExemption.js';
import { EXEMPTION_WORDS } from './exemption-words.js';
import { GrantExemption } from './GrantExemption.js';
import styles from './readiness.module.css';

type Volunteer = NonNullable<VolunteerQuery['volunteer']>;

interface ExemptionsProps {
  readonly volunteer: Volunteer;
  readonly today: string;
  readonly reload: () => void;
}

/** Who let somebody serve without a paper, why, and until when; a director may add one, or take it back. */
export function Exemptions({ volunteer, today, reload }: ExemptionsProps) {
  const may = useMay()('volunteer.exempt');
  const open = EXEMPTABLE.filter((one) =>
    volunteer.eligibility.findings.some(
      ({ requirement, outcome }) => requirement === one && (outcome === 'MISSING' || outcome === 'EXPIRED'),
    ),
  );
  if (volunteer.exemptions.length === 0 && !(may && open.length > 0)) return null;
  return (
    <Section title={<Trans>豁免</Trans>}>
      <Card>
        <ul className={styles['findings']}>
          {volunteer.exemptions.map((exemption) => (
            <ExemptionItem key={exemption.id} exemption={exemption} today={today} may={may} reload={reload} />
          ))}
        </ul>
        {may && open.length > 0 ? (
          <details className={styles['fold']} data-print="no">
            <summary>
              <Trans>在一段时间里先免去一项手续</Trans>
            </summary>
            <GrantExemption
              key={volunteer.exemptions.length}
              volunteerId={volunteer.id}
              open={open}
              today={today}
              reload={reload}
            />
          </details>
        ) : null}
        <p className={styles['quiet']}>
          <Trans>违法犯罪记录查询对谁都不能豁免。</Trans>
        </p>
      </Card>
    </Section>
  );
}

interface ExemptionItemProps extends Pick<ExemptionsProps, 'today' | 'reload'> {
  readonly exemption: Volunteer['exemptions'][number];
  readonly may: boolean;
}

function ExemptionItem({ exemption, today, may, reload }: ExemptionItemProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { requirement, reason, until, approvedBy, ended } = exemption;
  const last = format.day(until);
  const stands = !ended && until >= today;
  return (
    <li>
      <div className={styles['findingHead']}>
        <strong>{i18n._(REQUIREMENT_WORDS[requirement])}</strong>
        <StateBadge tone={stands ? 'good' : 'quiet'}>
          {ended ? <Trans>已经收回</Trans> : stands ? <Trans>已经豁免</Trans> : <Trans>已经结束</Trans>}
        </StateBadge>
        <span className={styles['day']}>
          <Trans>到 {last} 为止</Trans>
        </span>
      </div>
      <p>
        {i18n._(EXEMPTION_WORDS[reason])}
        {approvedBy ? (
          <>
            {' '}
            <Trans>由{approvedBy}批准。</Trans>
          </>
        ) : null}
      </p>
      {may && stands ? <EndExemption exemptionId={exemption.id} reload={reload} /> : null}
    </li>
  );
}
