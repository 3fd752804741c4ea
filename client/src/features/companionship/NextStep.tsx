import { Trans } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ConsentForm } from '../consent/index.js';
import { ActivateForm } from './ActivateForm.js';
import { PlanForm } from './PlanForm.js';
import { settingNumber } from './settings-view.js';

export interface NextStepProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly settings: CompanionshipQuery['agencySettings'];
  readonly reload: () => void;
}

const FAMILY_BLOCKERS: ReadonlySet<string> = new Set([
  'FAMILY_SAID_STOP',
  'CONSENT_MISSING',
  'CONSENT_EXPIRED',
  'CONSENT_WITHDRAWN',
  'CHILD_SAID_NO',
  'CHILD_ANSWER_MISSING',
]);

/** What can be done now, in the order of the way: only steps that the state machine and the viewer's role allow. */
export function NextStep({ companionship, settings, reload }: NextStepProps) {
  const may = useMay();
  const { id, version, state, plan, transitions } = companionship;
  const offers = (to: string, permission: Parameters<typeof may>[0]): boolean =>
    transitions.includes(to) && may(permission);
  // What rests because the family wants it so, or whose consent ended, goes on by a new word of theirs.
  const asksAgain = state === 'PAUSED' && companionship.blockers.some(({ code }) => FAMILY_BLOCKERS.has(code));
  const own = { companionshipId: id, version, reload };
  const contactsPerMonth = String(plan?.contactsPerMonth ?? settingNumber(settings, 'contactsPerMonth'));
  return (
    <>
      {offers('FAMILY_CONSENTED', 'consent.record') || (asksAgain && may('consent.record')) ? (
        <Section title={<Trans>记下家庭的同意</Trans>}>
          <Card>
            <ConsentForm {...own} validDays={settingNumber(settings, 'consentValidDaysDefault')} />
          </Card>
        </Section>
      ) : null}
      {state === 'FAMILY_CONSENTED' && may('companionship.prepare') ? (
        <Section title={plan ? <Trans>修改陪伴计划</Trans> : <Trans>写好陪伴计划</Trans>}>
          <Card>
            <PlanForm
              {...own}
              start={{
                taskGoal: plan?.taskGoal ?? '',
                processGoal: plan?.processGoal ?? '',
                meetingPlace: plan?.meetingPlace ?? '',
                contactsPerMonth,
              }}
            />
          </Card>
        </Section>
      ) : null}
      {offers('ACTIVE', 'companionship.activate') ? (
        <Section title={state === 'PAUSED' ? <Trans>继续陪伴</Trans> : <Trans>定下第一天</Trans>}>
          <Card>
            <ActivateForm {...own} again={state === 'PAUSED'} />
          </Card>
        </Section>
      ) : null}
    </>
  );
}
