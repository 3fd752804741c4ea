import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { UndoImportMutation } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BatchStepProps } from './batch-step.js';
import { UNDO_IMPORT } from './imports.operations.js';
import { listsPeople, USE_WORDS } from './import-words.js';

type Uses = Extract<UndoImportMutation['undoImport'], { __typename: 'ImportInUse' }>['uses'];

/** The wrong file, or the right one too early: everybody of it goes again, as long as nothing stands on anybody. */
export function UndoImport({ batch, reload }: BatchStepProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, undo] = useMutation(UNDO_IMPORT);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  if (!batch.mayUndo) return null;
  const people = listsPeople(batch.kind);

  const takeBack = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await undo({ input: { batchId: batch.id, version: batch.version } });
    setAsking(false);
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.undoImport;
    switch (result.__typename) {
      case 'ImportBatch':
        toast({ message: people ? t`已经撤回，这份名单里的人都不在了。` : t`已经撤回，这份表格导入的内容都不在了。` });
        reload();
        return;
      case 'ImportInUse':
        setProblem(<InUse uses={result.uses} people={people} />);
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
      {problem ? <div role="alert">{problem}</div> : null}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>撤回整份名单</Trans>
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`撤回整份名单？`}
        confirmLabel={<Trans>撤回整份名单</Trans>}
        tone="danger"
        busy={fetching}
        onConfirm={takeBack}
      >
        {people ? (
          <>
            <p>
              <Plural
                value={batch.importedCount}
                other="这份名单导入的 # 个人，连同一起导入的培训、协议和查询记录，都会删去。"
              />
            </p>
            <p>
              <Trans>只要其中有一个人已经有了别的记录，例如陪伴、账号或同意，就不会撤回任何人。</Trans>
            </p>
          </>
        ) : (
          <p>
            <Plural
              value={batch.importedCount}
              other="这份表格导入的 # 行都会删去；只要其中一行后来改过，或者已经有了预约或邀请，就一行也不撤回。"
            />
          </p>
        )}
      </ConfirmDialog>
    </>
  );
}

function InUse({ uses, people }: { readonly uses: Uses; readonly people: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const words = uses.map(({ use, count }) => `${i18n._(USE_WORDS[use])} ${count}`);
  return (
    <RefusalPanel
      what={<Trans>没有撤回</Trans>}
      why={
        people ? (
          <Trans>名单里的人已经有了别的记录：{format.list(words)}。</Trans>
        ) : (
          <Trans>导入的内容已经有人用了：{format.list(words)}。</Trans>
        )
      }
      now={
        people ? (
          <Trans>可以一个人一个人地处理：先结束这些记录，或者在个人页面上修改。</Trans>
        ) : (
          <Trans>可以一个一个地处理：取消不要的活动，或者结束不再来的团队。</Trans>
        )
      }
      ask={<Trans>机构负责人。</Trans>}
    />
  );
}
