import { Trans } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ChangeFold } from './ChangeFold.js';
import { ChildIntakeForm } from './ChildIntakeForm.js';
import styles from './households.module.css';
import { useFamilyWords } from './use-family-words.js';
import type { ChildIntakeCardProps } from './child-intake-props.js';

/** How a child came to the agency, and what programmes ask first. */
export function ChildIntakeCard({ child, reload }: ChildIntakeCardProps) {
  const may = useMay();
  const words = useFamilyWords();
  const format = useFormat();
  const { discoveryChannel, referrer, discoveredOn, categories, difficultyLevel, schoolStage, registration } =
    child.intake;
  const none = <Trans>还没有写下</Trans>;
  return (
    <Section title={<Trans>怎样来到这里</Trans>}>
      <Card>
        <Facts>
          <Fact name={<Trans>从哪里认识</Trans>}>{discoveryChannel ? words.channel(discoveryChannel) : none}</Fact>
          <Fact name={<Trans>谁介绍来的</Trans>}>{referrer ?? none}</Fact>
          {discoveredOn ? <Fact name={<Trans>哪一天</Trans>}>{format.day(discoveredOn)}</Fact> : null}
          <Fact name={<Trans>学段</Trans>}>{schoolStage ? words.stage(schoolStage) : none}</Fact>
          <Fact name={<Trans>户籍</Trans>}>{registration ? words.registration(registration) : none}</Fact>
          <Fact name={<Trans>情况</Trans>}>
            {categories.length > 0 ? format.list(categories.map(words.category)) : none}
          </Fact>
          <Fact name={<Trans>怎样跟进</Trans>}>{difficultyLevel ? words.level(difficultyLevel) : none}</Fact>
        </Facts>
        {may('child.record') ? (
          <div className={styles['stack']}>
            <ChangeFold label={<Trans>写下或更改</Trans>}>
              {(close) => <ChildIntakeForm child={child} reload={reload} close={close} />}
            </ChangeFold>
          </div>
        ) : null}
      </Card>
    </Section>
  );
}
