import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ROLE_WORDS, rolesThatMay } from '../../app/session/roles.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BatchStepProps } from './batch-step.js';
import { CONFIRMED_WORDS, TO_CONFIRM_WORDS } from './confirm-words.js';
import { listsPeople } from './import-words.js';
import { CONFIRM_IMPORT } from './imports.operations.js';

/** The second person's word: until then no training, agreement, check or credential of this roster counts. */
export function ConfirmStep({ batch, reload }: BatchStepProps) {
  const { i18n } = useLingui();
  const toast = useToast();
  const who = useWhoConfirms();
  const [{ fetching }, confirm] = useMutation(CONFIRM_IMPORT);
  const [problem, setProblem] = useState<ReactNode>(null);

  const agree = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await confirm({ input: { batchId: batch.id, version: batch.version } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.confirmImport;
    switch (result.__typename) {
      case 'ImportBatch':
        toast({ message: i18n._(CONFIRMED_WORDS[batch.kind]) });
        reload();
        return;
      case 'SamePersonMayNotConfirm':
        setProblem(<SamePerson who={who} />);
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
          {listsPeople(batch.kind) ? (
            <Plural value={batch.importedCount} other="# 个人已经导入，等第二个人确认。" />
          ) : (
            <Plural value={batch.importedCount} other="# 行已经导入，等第二个人确认。" />
          )}
        </strong>
      </p>
      <p>{i18n._(TO_CONFIRM_WORDS[batch.kind])}</p>
      {problem ? <div role="alert">{problem}</div> : null}
      {batch.mayConfirm ? (
        <div>
          <Button loading={fetching} onClick={() => void agree()}>
            <Trans>我核对过了，确认</Trans>
          </Button>
        </div>
      ) : (
        <p>
          <Trans>请{who}来确认，而且不是导入这份名单的人。把这一页的地址发给对方就可以。</Trans>
        </p>
      )}
    </>
  );
}

function useWhoConfirms(): string {
  const { i18n } = useLingui();
  const names = rolesThatMay('roster.confirm').map((role) => i18n._(ROLE_WORDS[role]));
  return new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(names);
}

function SamePerson({ who }: { readonly who: string }) {
  return (
    <RefusalPanel
      what={<Trans>没有确认</Trans>}
      why={<Trans>这份名单是您导入的。导入的资料要由第二个人核对过才算数。</Trans>}
      now={<Trans>把这一页的地址发给可以确认的同事。</Trans>}
      ask={<Trans>{who}，而且不是导入这份名单的人。</Trans>}
    />
  );
}
