import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ImportDuplicateRule } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import type { BatchStepProps } from './batch-step.js';
import { RULE_WORDS } from './import-words.js';
import { SET_DUPLICATE_RULE } from './imports.operations.js';
import styles from './import.module.css';

const RULES: readonly ImportDuplicateRule[] = ['SKIP', 'UPDATE', 'ASK'];

/** What becomes of rows that mean somebody whom the agency has, and say something else of them. */
export function DuplicateRule({ batch, reload }: BatchStepProps) {
  const { i18n } = useLingui();
  const [{ fetching }, set] = useMutation(SET_DUPLICATE_RULE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { updatable, open } = batch.choices;
  if (updatable === 0) return null;

  const choose = async (rule: ImportDuplicateRule): Promise<void> => {
    setProblem(null);
    const { data, error } = await set({ input: { batchId: batch.id, version: batch.version, rule } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.setImportDuplicateRule;
    switch (result.__typename) {
      case 'ImportBatch':
        reload();
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
      <fieldset className={styles['kinds']} disabled={fetching}>
        <legend>
          <Plural value={updatable} other="有 # 行是机构里已有的人，资料有不同的地方：" />
        </legend>
        {RULES.map((rule) => (
          <Radio
            key={rule}
            name="duplicates"
            value={rule}
            checked={rule === batch.duplicateRule}
            onChange={() => void choose(rule)}
            label={i18n._(RULE_WORDS[rule])}
          />
        ))}
      </fieldset>
      {open > 0 ? (
        <p className={styles['quiet']}>
          <Plural value={open} other="还有 # 行等您决定，在下面“重复”里。" />
        </p>
      ) : null}
      <p className={styles['quiet']}>
        <Trans>更新只改名单里写了的格子，空着的不动；撤回名单时会变回原来的样子。</Trans>
      </p>
      {problem ? <div role="alert">{problem}</div> : null}
    </>
  );
}
