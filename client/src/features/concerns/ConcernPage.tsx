import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ConcernFileQuery, ConcernStepKind } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { RAISED_BY } from './concern-words.js';
import styles from './concerns.module.css';
import { CONCERN_FILE } from './concerns.operations.js';
import { Due } from './Due.js';
import { StepForm } from './StepForm.js';
import { StepItem } from './StepItem.js';
import { STATE, STEP } from './step-words.js';
import { Ties } from './Ties.js';

type File = NonNullable<ConcernFileQuery['concernFile']>;

/** One concern: what was said, the clock, what waits, what was done; and the next step, one form. */
export default function ConcernPage() {
  const { t } = useLingui();
  const { id: concernId = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: CONCERN_FILE, variables: { concernId } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  const file = data.concernFile;
  if (!file) return <NotFoundState home="/agency/concerns" />;
  const { childName } = file.concern;
  return (
    <Page
      title={childName === '' ? t`一件安全关切` : t`${childName}：安全关切`}
      lead={<Trans>先保证安全，再按期限报告。孩子说过的话只记一次。</Trans>}
      actions={
        <LinkButton to="/agency/concerns" variant="default">
          <Trans>全部安全关切</Trans>
        </LinkButton>
      }
    >
      <Head file={file} />
      <Ties file={file} reload={reload} />
      <Waiting file={file} reload={reload} />
      <Next file={file} reload={reload} />
      <Section title={<Trans>已经做的</Trans>}>
        {file.steps.length === 0 ? (
          <p>
            <Trans>还没有记下什么。看到的人先写下判断，或者马上安排一件保证安全的事。</Trans>
          </p>
        ) : (
          <ol className={styles['steps']}>
            {file.steps.map((step) => (
              <StepItem key={step.stepId} step={step} />
            ))}
          </ol>
        )}
      </Section>
      <WhoSees permission="concern.read" />
    </Page>
  );
}

function Head({ file }: { readonly file: File }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { childId, companionshipId, raisedBy, raisedByKind, raisedAt, text, state, workerName, ...concern } =
    file.concern;
  const { word, tone } = STATE[state];
  return (
    <Card tone={state === 'RECEIVED' ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
        <strong>
          <Due dueAt={concern.dueAt} reportedAt={concern.reportedAt} />
        </strong>
      </div>
      <p className={styles['said']}>
        {text === '' ? <Trans>没有写字，只说了“有事不对”。请尽快联系孩子和家庭。</Trans> : text}
      </p>
      <p className={styles['when']}>
        {raisedBy ? `${raisedBy} · ` : null}
        {i18n._(RAISED_BY[raisedByKind])} · {format.instant(raisedAt)}
        {workerName ? (
          <>
            {' · '}
            <Trans>负责的社会工作者：{workerName}</Trans>
          </>
        ) : null}
      </p>
      <div className={styles['actions']}>
        {childId ? (
          <Link to={`/agency/children/${encodeURIComponent(childId)}`}>
            <Trans>孩子的档案</Trans>
          </Link>
        ) : null}
        {companionshipId ? (
          <Link to={`/agency/companionships/${encodeURIComponent(companionshipId)}`}>
            <Trans>去看这段陪伴</Trans>
          </Link>
        ) : null}
      </div>
    </Card>
  );
}

/** What somebody has promised to do, each with its end. */
function Waiting({ file, reload }: { readonly file: File; readonly reload: () => void }) {
  const toast = useToast();
  const { t } = useLingui();
  const tasks = file.steps.filter(({ waits }) => waits);
  if (tasks.length === 0) return null;
  const done = (): void => {
    toast({ message: t`记下了。` });
    reload();
  };
  return (
    <Section title={<Trans>等着做的</Trans>}>
      <ul className={styles['list']}>
        {tasks.map((step) => (
          <li key={step.stepId}>
            <Card tone="waiting">
              <StepItem step={step} bare />
              <details>
                <summary>
                  <Trans>做完了，记下结果</Trans>
                </summary>
                <StepForm concernId={file.id} kind="TASK_DONE" taskId={step.stepId} written={done} reload={reload} />
              </details>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Next({ file, reload }: { readonly file: File; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [chosen, choose] = useState<ConcernStepKind>();
  const offered = file.mayWrite.filter((kind) => kind !== 'TASK_DONE');
  if (offered.length === 0 || !may('concern.handle')) return null;
  const kind = offered.find((one) => one === chosen);
  const written = (): void => {
    choose(undefined);
    toast({ message: t`记下了。` });
    reload();
  };
  return (
    <Section title={<Trans>下一步</Trans>}>
      <Card>
        <div className={styles['form']}>
          <NativeSelect
            label={t`做了什么，或者要做什么`}
            value={kind ?? ''}
            onChange={(event) => choose(offered.find((one) => one === event.target.value))}
          >
            <option value="">{t`请选`}</option>
            {offered.map((one) => (
              <option key={one} value={one}>
                {i18n._(STEP[one].todo)}
              </option>
            ))}
          </NativeSelect>
          {kind ? (
            <StepForm
              key={kind}
              concernId={file.id}
              kind={kind}
              openCards={file.openCards}
              written={written}
              reload={reload}
            />
          ) : null}
        </div>
      </Card>
    </Section>
  );
}
