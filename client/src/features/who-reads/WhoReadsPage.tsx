import { Trans, useLingui } from '@lingui/react/macro';
import {
  AGE_ROWS,
  NEVER_SHOWN,
  readingTable,
  type AgeRow,
  type ReaderRow,
  type Words,
} from '@tongxing/shared/disclosure';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import styles from './who-reads.module.css';

/** The disclosure policy as a table that a director reads: the same source as the tests and docs/disclosure.md. */
export default function WhoReadsPage() {
  const { t } = useLingui();
  const pick = usePick();
  const format = useFormat();
  return (
    <Page
      title={t`谁能看到孩子的什么`}
      lead={<Trans>由系统里真正在用的规则生成，不是另外写的说明。没有写明的，一律看不到。</Trans>}
    >
      <Section title={<Trans>几岁要谁同意</Trans>}>
        <Card>
          <ul className={styles['list']}>
            {AGE_ROWS.map((row) => (
              <li key={row.age.en}>
                <strong>{pick(row.age)}</strong>
                <NeededYes row={row} />
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      {readingTable().map((row) => (
        <Reader key={row.name.en} row={row} />
      ))}
      <Section title={<Trans>任何同意都不会给外面的人看</Trans>}>
        <Card>
          <p>{format.list(NEVER_SHOWN.map(pick))}</p>
        </Card>
      </Section>
      <Section title={<Trans>什么时候马上看不到</Trans>}>
        <Card>
          <ul>
            <li>
              <Trans>收回、到期，或者说“可以”的人不再是监护人：下一次打开就看不到。</Trans>
            </li>
            <li>
              <Trans>两位监护人想法不一样：按“不可以”办。监护人被怀疑伤害孩子：他的“可以”不算数。</Trans>
            </li>
            <li>
              <Trans>企业、合作机构和专家：还要由社会工作者为写明名字的一个人打开，到写明的日子为止。</Trans>
            </li>
            <li>
              <Trans>陪伴者：还要有家庭对这一位陪伴者的同意，有了它，才看得到整个化名。</Trans>
            </li>
          </ul>
        </Card>
      </Section>
    </Page>
  );
}

function usePick() {
  const { i18n } = useLingui();
  return ({ zh, en }: Words): string => (i18n.locale === 'en' ? en : zh);
}

function NeededYes({ row: { guardian, child, anew } }: { readonly row: AgeRow }) {
  if (!child) return <Trans>要监护人同意</Trans>;
  if (!guardian) return <Trans>要本人同意，到这个年龄要重新问</Trans>;
  return anew ? (
    <Trans>要监护人和孩子自己都同意，到这个年龄要重新问孩子</Trans>
  ) : (
    <Trans>要监护人和孩子自己都同意</Trans>
  );
}

function Reader({ row: { name, byWork, byConsent } }: { readonly row: ReaderRow }) {
  const pick = usePick();
  return (
    <Section title={pick(name)}>
      <Card>
        {byWork.length + byConsent.length === 0 ? (
          <p>
            <Trans>什么也看不到。</Trans>
          </p>
        ) : null}
        {byWork.length > 0 ? (
          <>
            <p className={styles['quiet']}>
              <Trans>不用问同意就能看到</Trans>
            </p>
            {byWork.map(({ relation, whose, what }) => (
              <div key={relation}>
                <strong>{pick(whose)}</strong>
                <ul>
                  {what.map(({ grade, words }) => (
                    <li key={grade}>{pick(words)}</li>
                  ))}
                </ul>
              </div>
            ))}
          </>
        ) : null}
        {byConsent.map(({ purpose, why, groups }) => (
          <ByConsent key={purpose} why={pick(why)} groups={groups} />
        ))}
      </Card>
    </Section>
  );
}

interface ByConsentProps {
  readonly why: string;
  readonly groups: ReaderRow['byConsent'][number]['groups'];
}

function ByConsent({ why, groups }: ByConsentProps) {
  const pick = usePick();
  return (
    <>
      <p className={styles['quiet']}>
        <Trans>为了“{why}”，家庭每一样分别同意以后</Trans>
      </p>
      <ul className={styles['list']}>
        {groups.map(({ group, what, needsYes }) => (
          <li key={group}>
            <span>{pick(what)}</span>
            <span className={styles['quiet']}>{needsYes ? <Trans>要同意</Trans> : <Trans>不需要同意</Trans>}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
