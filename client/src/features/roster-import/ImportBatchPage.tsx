import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { Steps } from '../../ui/steps/Steps.js';
import { BatchRows } from './BatchRows.js';
import { BatchStepCard } from './BatchStepCard.js';
import { stepsOf } from './batch-view.js';
import { fieldWords } from './cell-words.js';
import { KIND_WORDS, STATE_WORDS, STEP_WORDS } from './import-words.js';
import { UndoImport } from './UndoImport.js';
import { IMPORT_BATCH } from './imports.operations.js';
import styles from './import.module.css';
import type { Batch } from './batch.js';

/** One roster on its way in: the step that is due, how the columns were read, and every row with its reasons. */
export default function ImportBatchPage() {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: IMPORT_BATCH, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const batch = data.importBatch;
  if (!batch) return <NotFoundState home="/agency/imports" />;
  const state = STATE_WORDS[batch.state];
  const kind = i18n._(KIND_WORDS[batch.kind]);
  const at = format.instant(batch.stagedAt);
  return (
    <Page
      title={batch.fileName}
      width="wide"
      lead={
        <span className={styles['next']}>
          <StateBadge tone={state.tone}>{i18n._(state.word)}</StateBadge>
          <Trans>
            {kind}，{batch.stagedBy}在{at}上传，按 {batch.encoding} 读取。
          </Trans>
        </span>
      }
    >
      {batch.state === 'DISCARDED' ? null : (
        <Steps
          label={t`导入的几步`}
          steps={stepsOf(batch.state).map(({ step, at: when }) => ({
            key: step,
            at: when,
            label: i18n._(STEP_WORDS[step]),
          }))}
        />
      )}
      <BatchStepCard batch={batch} reload={reload} />
      <UndoImport batch={batch} reload={reload} />
      <Section title={<Trans>每一行</Trans>}>
        <BatchRows batch={batch} reload={reload} />
      </Section>
      <Section
        title={<Trans>各列是怎么读的</Trans>}
        lead={<Trans>左边是文件里的表头，右边是我们的理解。没有用到的列不会保存。</Trans>}
      >
        <Columns columns={batch.columns} />
      </Section>
      <WhoSees permission="roster.stage" />
    </Page>
  );
}

function Columns({ columns }: { readonly columns: Batch['columns'] }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['columns']}>
      {columns.map(({ header, field }, index) => {
        const words = field ? fieldWords(field) : undefined;
        return (
          // Two columns may bear the same header: the place in the file tells them apart.
          <li key={`${index}-${header}`} data-used={field != null}>
            <span>{header === '' ? <Trans>没有表头</Trans> : header}</span>
            <span aria-hidden="true">→</span>
            <strong>{words ? i18n._(words) : <Trans>没有用到</Trans>}</strong>
          </li>
        );
      })}
    </ul>
  );
}
