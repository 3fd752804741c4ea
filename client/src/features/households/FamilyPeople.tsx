import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ChangeFold } from './ChangeFold.js';
import { membersNow, type Family, type Member } from './family-view.js';
import styles from './households.module.css';
import { AddMemberForm, CareForm, LeaveForm } from './MemberForms.js';
import { MoveChildForm } from './MoveChildForm.js';
import { useFamilyWords } from './use-family-words.js';

export interface FamilyPartProps {
  readonly family: Family;
  readonly reload: () => void;
}

/** Who lives together, and who looks after the children. */
export function FamilyPeople({ family, reload }: FamilyPartProps) {
  const may = useMay();
  const { children, adults } = membersNow(family.members);
  const [first] = children;
  return (
    <Section title={<Trans>一起生活的人</Trans>}>
      <Card>
        <ul className={styles['people']}>
          {children.map((child) => (
            <li key={child.memberId} className={styles['person']}>
              <Who member={child} />
              {may('household.record') && child.childId ? <Leaves child={child} reload={reload} /> : null}
            </li>
          ))}
          {adults.map((adult) => (
            <li key={adult.memberId} className={styles['person']}>
              <Who member={adult} />
              {may('household.record') ? <Steps member={adult} reload={reload} /> : null}
            </li>
          ))}
        </ul>
        {adults.length === 0 ? (
          <p className={styles['quiet']}>
            <Trans>还没有写下照护孩子的大人。</Trans>
          </p>
        ) : null}
        {!family.contactOpen && first?.childId ? (
          <p className={styles['quiet']}>
            <Trans>
              电话和详细地址收在孩子的档案里：
              <Link to={`/agency/children/${encodeURIComponent(first.childId)}`}>写明理由打开</Link>
            </Trans>
          </p>
        ) : null}
        {may('household.record') ? (
          <ChangeFold label={<Trans>添一位家人</Trans>}>
            {(close) => <AddMemberForm householdId={family.id} reload={reload} close={close} />}
          </ChangeFold>
        ) : null}
      </Card>
    </Section>
  );
}

/** Goes to live elsewhere: the household of before keeps the days that were. */
function Leaves({ child, reload }: { readonly child: Member; readonly reload: () => void }) {
  const { childId, name } = child;
  return (
    <div className={styles['steps']}>
      <ChangeFold label={<Trans>{name}搬到另一个家</Trans>}>
        {(close) => (childId ? <MoveChildForm childId={childId} reload={reload} close={close} /> : null)}
      </ChangeFold>
    </div>
  );
}

function Who({ member }: { readonly member: Member }) {
  const { t } = useLingui();
  const words = useFamilyWords();
  const format = useFormat();
  const { name, childId, relation, education, since, phone } = member;
  const known = [
    ...(education ? [words.education(education)] : []),
    ...(since ? [t`从${format.day(since)}起`] : []),
    ...(phone ? [phone] : []),
  ];
  return (
    <>
      <span className={styles['who']}>
        <strong>{childId ? <Link to={`/agency/children/${encodeURIComponent(childId)}`}>{name}</Link> : name}</strong>
        <span>{words.relation(relation)}</span>
        {member.isCaregiver ? (
          <StateBadge tone="good">
            <Trans>平时照护孩子</Trans>
          </StateBadge>
        ) : null}
        {member.isGuardian ? (
          <span className={styles['role']}>
            <Trans>监护人</Trans>
          </span>
        ) : null}
      </span>
      {known.length > 0 ? <p className={styles['quiet']}>{known.join(' · ')}</p> : null}
    </>
  );
}

function Steps({ member, reload }: { readonly member: Member; readonly reload: () => void }) {
  const { name, memberId } = member;
  return (
    <div className={styles['steps']}>
      {member.isCaregiver ? null : (
        <ChangeFold label={<Trans>改由{name}照护孩子</Trans>}>
          {(close) => <CareForm memberId={memberId} reload={reload} close={close} />}
        </ChangeFold>
      )}
      <ChangeFold label={<Trans>{name}不再住在一起</Trans>}>
        {(close) => <LeaveForm memberId={memberId} reload={reload} close={close} />}
      </ChangeFold>
    </div>
  );
}
