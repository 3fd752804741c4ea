import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BatchStepProps } from './batch-step.js';
import { leftOut } from './batch-view.js';
import { DuplicateRule } from './DuplicateRule.js';
import { listsPeople } from './import-words.js';
import { DISCARD_IMPORT, RUN_IMPORT } from './imports.operations.js';
import styles from './import.module.css';

/** What will happen, in numbers, before it happens. */
export function ImportStep({ batch, reload }: BatchStepProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [{ fetching }, run] = useMutation(RUN_IMPORT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { toUpdate } = batch.choices;
  const people = listsPeople(batch.kind);
  const left = Math.max(0, leftOut(batch) - toUpdate);

  const bringIn = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await run({ input: { batchId: batch.id, version: batch.version } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.runImport;
    switch (result.__typename) {
      case 'ImportBatch':
        toast({ message: t`导入好了。请第二个人来确认。` });
        reload();
        return;
      case 'ImportChoicesOpen':
        setProblem(<ChoicesOpen open={result.openCount} />);
        return;
      case 'ImportNothingValid':
        setProblem(<NothingValid bad={result.badCount} />);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <>
      <p>
        <strong>
          <Plural value={batch.validCount} other="# 行可以导入" />
        </strong>
        <Plural value={batch.badCount} other="，# 行需要看一看" />
        {people ? (
          <Plural value={batch.duplicateCount} other="，# 行与已有的人重复。" />
        ) : (
          <Plural value={batch.duplicateCount} other="，# 行已经有了。" />
        )}
      </p>
      {may('roster.import') ? <DuplicateRule batch={batch} reload={reload} /> : null}
      <p className={styles['quiet']}>
        {people ? (
          <Trans>
            留下的行不会导入。可以在下面一行一行地改；也可以改好原来的表格再上传一次，已经导入的人会认出来，不会重复。
          </Trans>
        ) : (
          <Trans>
            留下的行不会导入。可以在下面一行一行地改；也可以改好原来的表格再上传一次，已经导入的会认出来，不会重复。
          </Trans>
        )}
      </p>
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        {may('roster.import') ? (
          <Button loading={fetching} disabled={batch.validCount + toUpdate === 0} onClick={() => void bringIn()}>
            <Plural value={batch.validCount} other="导入 # 行" />
            {toUpdate > 0 ? <Plural value={toUpdate} other="，更新 # 人" /> : null}
            {left > 0 ? <Plural value={left} other="，留下 # 行" /> : null}
          </Button>
        ) : null}
        <Discard batch={batch} reload={reload} />
      </div>
    </>
  );
}

function Discard({ batch, reload }: BatchStepProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, discard] = useMutation(DISCARD_IMPORT);
  const [asking, setAsking] = useState(false);
  const putAside = async (): Promise<void> => {
    const { data } = await discard({ input: { batchId: batch.id } });
    setAsking(false);
    if (data?.discardImport.__typename === 'ImportBatch') toast({ message: t`已经放下，什么都没有导入。` });
    else toast({ tone: 'danger', message: t`没有成功。这份名单可能刚刚有了变化，请再看一看。` });
    reload();
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>放下这份名单</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`放下这份名单？`}
        confirmLabel={<Trans>放下这份名单</Trans>}
        busy={fetching}
        onConfirm={putAside}
      >
        <p>
          <Trans>文件里读到的内容会删去，什么都不会导入。您电脑上的文件不受影响。</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

function ChoicesOpen({ open }: { readonly open: number }) {
  return (
    <RefusalPanel
      what={<Trans>还有行等您决定</Trans>}
      why={<Plural value={open} other="# 行是机构里已有的人，您选了一行一行决定。" />}
      now={<Trans>请在下面“重复”里逐行选更新或者不改；也可以改选对所有行一样处理。</Trans>}
      ask={<Trans>给您这份表格的同事。</Trans>}
    />
  );
}

function NothingValid({ bad }: { readonly bad: number }) {
  return (
    <RefusalPanel
      what={<Trans>没有可以导入的行</Trans>}
      why={<Plural value={bad} other="# 行都还需要看一看。" />}
      now={<Trans>下面每一格都写着原因，可以在那里改，也可以改好原来的表格再上传一次。</Trans>}
      ask={<Trans>给您这份表格的同事。</Trans>}
    />
  );
}
