import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from 'urql';
import type { ImportRowChoice } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BatchStepProps } from './batch-step.js';
import { fieldWords } from './cell-words.js';
import { CHOOSE_ROW } from './imports.operations.js';
import styles from './import.module.css';

export interface ChooseRowProps extends BatchStepProps {
  readonly line: number;
  readonly differs: readonly string[];
  readonly choice: ImportRowChoice | null | undefined;
}

/** One person whom the agency has: which cells say something else, and whether to take them over. */
export function ChooseRow({ batch, line, differs, choice, reload }: ChooseRowProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, choose] = useMutation(CHOOSE_ROW);
  const words = differs.flatMap((field) => {
    const word = fieldWords(field);
    return word ? [i18n._(word)] : [];
  });
  const decide = async (next: ImportRowChoice): Promise<void> => {
    const input = { batchId: batch.id, version: batch.version, line, choice: next };
    const { data } = await choose({ input });
    if (data?.chooseImportRow.__typename !== 'ImportBatch') {
      toast({ tone: 'danger', message: t`没有成功。这份名单可能刚刚有了变化，请再看一看。` });
    }
    reload();
  };
  const chosen = batch.duplicateRule === 'ASK' ? choice : batch.duplicateRule;
  return (
    <>
      <p>
        <Trans>与登记的资料不同：{format.list(words)}</Trans>
      </p>
      <div className={styles['choice']} role="group" aria-label={t`第 ${line} 行怎么办`}>
        <Button
          size="xs"
          variant={chosen === 'UPDATE' ? 'filled' : 'default'}
          aria-pressed={chosen === 'UPDATE'}
          loading={fetching}
          onClick={() => void decide('UPDATE')}
        >
          <Trans>用这一行更新</Trans>
        </Button>
        <Button
          size="xs"
          variant={chosen === 'SKIP' ? 'filled' : 'default'}
          aria-pressed={chosen === 'SKIP'}
          loading={fetching}
          onClick={() => void decide('SKIP')}
        >
          <Trans>不改</Trans>
        </Button>
      </div>
    </>
  );
}
