import { Plural, Trans } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { NextSteps } from '../pair-steps/index.js';
import styles from './companionship.module.css';
import { PlanForm } from './PlanForm.js';

export interface PlanRecordProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}
type State = PlanRecordProps['companionship']['state'];
/** Where goals and steps are still walked towards. */
const ON_THE_WAY: ReadonlySet<State> = new Set(['FAMILY_CONSENTED', 'ACTIVE', 'PAUSED']);

/** The goals of the pair, and what the two set out to do next. Both change on the way, by a worker. */
export function PlanRecord({ companionship, reload }: PlanRecordProps) {
  const may = useMay();
  const { id, version, state, plan, nextSteps } = companionship;
  if (!plan) return null;
  const prepares = may('companionship.prepare') && ON_THE_WAY.has(state);
  return (
    <>
      <Section title={<Trans>陪伴计划</Trans>}>
        <Card>
          <Goals plan={plan} />
          {prepares && state !== 'FAMILY_CONSENTED' ? (
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>修改陪伴计划</Trans>
              </summary>
              <PlanForm
                key={version}
                companionshipId={id}
                version={version}
                start={{ ...plan, contactsPerMonth: String(plan.contactsPerMonth) }}
                reload={reload}
              />
            </details>
          ) : null}
        </Card>
      </Section>
      {ON_THE_WAY.has(state) || nextSteps.length > 0 ? (
        <Section title={<Trans>接下来要做的</Trans>}>
          <Card>
            <NextSteps
              companionshipId={id}
              steps={nextSteps}
              may={{ tick: may('companionship.recordContact') && ON_THE_WAY.has(state), change: prepares }}
              reload={reload}
            />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

function Goals({ plan }: { readonly plan: NonNullable<PlanRecordProps['companionship']['plan']> }) {
  const format = useFormat();
  const approved = format.day(plan.approvedOn);
  return (
    <Facts>
      <Fact name={<Trans>任务目标</Trans>}>{plan.taskGoal}</Fact>
      <Fact name={<Trans>过程目标</Trans>}>{plan.processGoal}</Fact>
      <Fact name={<Trans>约好的见面地点</Trans>}>{plan.meetingPlace}</Fact>
      <Fact name={<Trans>每月见面</Trans>}>
        <Plural value={plan.contactsPerMonth} other="# 次" />
      </Fact>
      <Fact name={<Trans>批准</Trans>}>
        <Trans>
          {plan.approvedBy}，{approved}
        </Trans>
      </Fact>
    </Facts>
  );
}
