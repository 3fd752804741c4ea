import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import type { ChildQuery } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { Addresses } from './FamilyHome.js';
import { householdNumber, membersNow, type Family } from './family-view.js';
import styles from './households.module.css';
import { useFamilyWords } from './use-family-words.js';

type FormerHome = NonNullable<ChildQuery['child']>['formerHouseholds'][number];

export interface ChildHomeProps {
  readonly childId: string;
  readonly family: Family | null | undefined;
  readonly former: readonly FormerHome[];
}

/** With whom a child lives, and where: the family's page says the rest. */
export function ChildHome({ childId, family, former }: ChildHomeProps) {
  const may = useMay();
  const words = useFamilyWords();
  if (!family) {
    return (
      <Section title={<Trans>和谁一起生活</Trans>}>
        <Card>
          <p className={styles['quiet']}>
            <Trans>还没有记下这个孩子的家。</Trans>
          </p>
          {may('household.record') ? (
            <div>
              <LinkButton to={`/agency/households/new?child=${encodeURIComponent(childId)}`} variant="default">
                <Trans>记下这个家</Trans>
              </LinkButton>
            </div>
          ) : null}
          <LivedBefore former={former} />
        </Card>
      </Section>
    );
  }
  const { children, adults } = membersNow(family.members);
  const others = [...adults, ...children.filter((member) => member.childId !== childId)];
  return (
    <Section title={<Trans>和谁一起生活</Trans>}>
      <Card>
        <ul className={styles['plain']}>
          {others.map((member) => (
            <li key={member.memberId}>
              {member.childId ? (
                <Link to={`/agency/children/${encodeURIComponent(member.childId)}`}>{member.name}</Link>
              ) : (
                member.name
              )}{' '}
              <span className={styles['quiet']}>
                {member.childId ? <Trans>兄弟姐妹</Trans> : words.relation(member.relation)}
                {member.isCaregiver ? <Trans> · 平时照护孩子</Trans> : null}
              </span>
            </li>
          ))}
        </ul>
        <Addresses addresses={family.addresses} />
        <p>
          <Link to={`/agency/households/${encodeURIComponent(family.id)}`}>
            <Trans>看家庭 {householdNumber(family.number)}</Trans>
          </Link>
        </p>
        <LivedBefore former={former} />
      </Card>
    </Section>
  );
}

/** The households of before, each with its days: what was stays. */
function LivedBefore({ former }: Pick<ChildHomeProps, 'former'>) {
  const { t } = useLingui();
  const format = useFormat();
  if (former.length === 0) return null;
  return (
    <div>
      <h3 className={styles['before']}>
        <Trans>以前住过的家</Trans>
      </h3>
      <ul className={styles['plain']} aria-label={t`以前住过的家`}>
        {former.map(({ householdId, number, since, until }) => (
          <li key={`${householdId} ${until}`}>
            <Link to={`/agency/households/${encodeURIComponent(householdId)}`}>
              <Trans>家庭 {householdNumber(number)}</Trans>
            </Link>{' '}
            <span className={styles['quiet']}>
              {since ? (
                <Trans>
                  {format.day(since)} 到 {format.day(until)}
                </Trans>
              ) : (
                <Trans>到 {format.day(until)}</Trans>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
