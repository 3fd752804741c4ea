import { Trans } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { NextSteps, StepButtons, type NextStepShown } from '../pair-steps/index.js';
import { PastContacts, type Contact } from './PastContacts.js';
import styles from './my-service.module.css';

export interface WalkOnProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly nextContactOn?: string | null | undefined;
  readonly contacts: readonly Contact[];
  readonly nextSteps: readonly NextStepShown[];
  readonly reload: () => void;
}

/** While the two meet: when the next contact is due, what has been, and what one can do now. */
export function WalkOn({ companionshipId, version, nextContactOn, contacts, nextSteps, reload }: WalkOnProps) {
  const format = useFormat();
  const { today } = useViewer().agency;
  const late = nextContactOn != null && nextContactOn < today;
  const made = contacts.some(({ kind }) => kind === 'MADE');
  return (
    <section className={styles['walk']}>
      {made ? null : <FirstSteps />}
      {nextContactOn ? (
        <p className={styles['due']} data-late={late}>
          {late ? (
            <Trans>下一次联系本来约在 {format.day(nextContactOn)} 以前。今天打个电话，好吗？</Trans>
          ) : (
            <Trans>下一次联系：{format.day(nextContactOn)} 以前</Trans>
          )}
        </p>
      ) : null}
      {nextSteps.length > 0 ? (
        <div className={styles['walk']}>
          <h3>
            <Trans>接下来要做的</Trans>
          </h3>
          <NextSteps
            companionshipId={companionshipId}
            steps={nextSteps}
            may={{ tick: true, change: false }}
            reload={reload}
          />
        </div>
      ) : null}
      <StepButtons companionshipId={companionshipId} version={version} side="COMPANION" reload={reload} />
      <PastContacts contacts={contacts} />
    </section>
  );
}

/** Until the first meeting: what a good beginning looks like. */
function FirstSteps() {
  return (
    <div>
      <h3>
        <Trans>第一次见面以前</Trans>
      </h3>
      <ol className={styles['first']}>
        <li>
          <Trans>和社会工作者定好时间和地点，第一次由社会工作者陪着。</Trans>
        </li>
        <li>
          <Trans>再看一遍见面时的约定。</Trans>
        </li>
        <li>
          <Trans>见面先听孩子说，问问孩子想一起做什么；不答应做不到的事。</Trans>
        </li>
        <li>
          <Trans>见面以后，在这里记一次联系。</Trans>
        </li>
      </ol>
    </div>
  );
}
