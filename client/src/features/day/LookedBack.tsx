import { Trans } from '@lingui/react/macro';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { Card, Section } from '../../ui/page/Page.js';
import type { Day } from './DayPage.js';
import { useReached } from './use-reached.js';
import styles from './day.module.css';

/** What the team wrote when it looked back. */
export function LookedBack({ lookedBack }: { readonly lookedBack: NonNullable<Day['lookedBack']> }) {
  const reached = useReached();
  const word = (score: number): string => reached.find(({ value }) => value === score)?.label ?? '';
  return (
    <Section title={<Trans>评估和反思</Trans>}>
      <Card>
        <Facts>
          <Fact name={<Trans>要做成的事</Trans>}>{word(lookedBack.taskReached)}</Fact>
          <Fact name={<Trans>希望长出的</Trans>}>{word(lookedBack.processReached)}</Fact>
        </Facts>
        <h3>
          <Trans>评估</Trans>
        </h3>
        <p className={styles['words']}>{lookedBack.evaluation}</p>
        <h3>
          <Trans>反思</Trans>
        </h3>
        <p className={styles['words']}>{lookedBack.reflection}</p>
      </Card>
    </Section>
  );
}
