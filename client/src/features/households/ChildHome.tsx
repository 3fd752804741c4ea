import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Card, Section } from '../../ui/page/Page.js';
import { Addresses } from './FamilyHome.js';
import { householdNumber, membersNow, type Family } from './family-view.js';
import styles from './households.module.css';
import { useFamilyWords } from './use-family-words.js';

export interface ChildHomeProps {
  readonly childId: string;
  readonly family: Family | null | undefined;
}

/** With whom a child lives, and where: the family's page says the rest. */
export function ChildHome({ childId, family }: ChildHomeProps) {
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
      </Card>
    </Section>
  );
}
