import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { mendableCells, changesOf, type MendableCell } from './batch-view.js';
import { fieldWords, problemWords } from './cell-words.js';
import type { Batch } from './batch.js';
import { MEND_ROW } from './imports.operations.js';
import styles from './import.module.css';

export interface MendRowProps {
  readonly batch: Batch;
  readonly line: number;
  readonly cells: readonly MendableCell[];
  readonly reload: () => void;
}

/** Puts a left-out row right without going back to the spreadsheet; the server judges it again. */
export function MendRow({ batch, line, cells, reload }: MendRowProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, mend] = useMutation(MEND_ROW);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ReactNode>(null);
  const wrong = mendableCells(cells);
  const surplus = cells.some(({ field, problem: code }) => field === '' && code);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const changes = changesOf(cells, typed);
    if (changes.length === 0) {
      setProblem(<p>{t`请先改一改，再保存。`}</p>);
      return;
    }
    setProblem(null);
    const { data, error } = await mend({ input: { batchId: batch.id, version: batch.version, line, changes } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.mendImportRow;
    switch (result.__typename) {
      case 'ImportBatch': {
        const isGood = result.validCount > batch.validCount;
        toast({ message: isGood ? t`第 ${line} 行可以导入了。` : t`第 ${line} 行记下了，还有要看的地方。` });
        setTyped({});
        reload();
        return;
      }
      case 'InvalidInput':
        setProblem(<p>{t`有一格太长了，请缩短到 500 字以内。`}</p>);
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
    <details className={styles['whole']}>
      <summary>
        <Trans>在这里改第 {line} 行</Trans>
      </summary>
      <form className={styles['mend']} onSubmit={(event) => void send(event)} noValidate>
        {wrong.map(({ field, header, raw, problem: code }) => {
          const words = fieldWords(field);
          return (
            <TextInput
              key={field}
              label={words ? i18n._(words) : header}
              description={i18n._(problemWords(code ?? ''))}
              value={typed[field] ?? raw}
              onChange={({ currentTarget: { value } }) => {
                setTyped((before) => ({ ...before, [field]: value }));
                setProblem(null);
              }}
            />
          );
        })}
        {surplus ? (
          <label className={styles['surplus']}>
            <input
              type="checkbox"
              checked={typed[''] === ''}
              onChange={({ currentTarget: { checked } }) =>
                setTyped(({ '': _, ...others }) => (checked ? { ...others, '': '' } : others))
              }
            />
            <Trans>去掉最后一列后面多出来的内容</Trans>
          </label>
        ) : null}
        {problem ? <div role="alert">{problem}</div> : null}
        <div>
          <Button type="submit" size="sm" loading={fetching}>
            <Trans>保存这一行</Trans>
          </Button>
        </div>
      </form>
    </details>
  );
}
