import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { CompanionshipCard_MineFragment } from '../../gql/graphql.js';
import { useViewer } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './my-service.module.css';

const ContactForm = lazy(() => import('./ContactForm.js'));
const PauseForm = lazy(() => import('./PauseForm.js'));

export type Contact = CompanionshipCard_MineFragment['contacts'][number];

export interface WalkOnProps {
  readonly companionshipId: string;
  readonly version: number;
  readonly nextContactOn?: string | null | undefined;
  readonly contacts: readonly Contact[];
  readonly reload: () => void;
}

/** While the two meet: when the next contact is due, what has been, and what one can do now. */
export function WalkOn({ companionshipId, version, nextContactOn, contacts, reload }: WalkOnProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  const [open, setOpen] = useState<'contact' | 'pause'>();
  const done = (): void => {
    setOpen(undefined);
    reload();
  };
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
      <div className={styles['answerActions']}>
        <Button aria-expanded={open === 'contact'} onClick={() => setOpen(open === 'contact' ? undefined : 'contact')}>
          <Trans>记一次联系</Trans>
        </Button>
        <Button
          variant="default"
          aria-expanded={open === 'pause'}
          onClick={() => setOpen(open === 'pause' ? undefined : 'pause')}
        >
          <Trans>先停一停</Trans>
        </Button>
      </div>
      <Suspense fallback={<LoadingState lines={2} />}>
        {open === 'contact' ? <ContactForm companionshipId={companionshipId} done={done} /> : null}
        {open === 'pause' ? <PauseForm companionshipId={companionshipId} version={version} done={done} /> : null}
      </Suspense>
      {contacts.length > 0 ? (
        <details className={styles['rules']}>
          <summary>
            <Plural value={contacts.length} other="最近 # 次联系" />
          </summary>
          <ul>
            {contacts.map(({ kind, happenedOn, note }, index) => (
              <li key={index}>
                {format.day(happenedOn)} · {kind === 'MADE' ? t`见到了或聊过了` : t`联系了，没有联系上`}
                {note ? ` · ${note}` : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
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
