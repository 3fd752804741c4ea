import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { newRequestId } from '../../ui/form/request-id.js';
import { useMay } from '../../app/session/session-context.js';
import type { ErasureReason } from '../../gql/graphql.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp } from '../factors/index.js';
import { ErasureHolds } from './ErasureHolds.js';
import { ERASURE_REASON_WORDS } from './erasure-words.js';
import { ERASE_PERSON } from './readiness.operations.js';
import styles from './readiness.module.css';

const REASONS = Object.keys(ERASURE_REASON_WORDS) as ErasureReason[];

export interface EraseFoldProps {
  readonly personId: string;
  readonly name: string;
}

/** For directors: erasing somebody for good. Folded away, said in full, and asked twice: nobody can take it back. */
export function EraseFold({ personId, name }: EraseFoldProps) {
  const may = useMay();
  if (!may('person.erase')) return null;
  return (
    <details className={styles['fold']} data-print="no">
      <summary>
        <Trans>抹除这个人的个人信息</Trans>
      </summary>
      <Card>
        <p>
          <Trans>
            姓名、电话、证件、特长、文字记录和账号都会抹除，解开它们的密钥也会销毁，从任何备份都找不回来。只留下不涉及具体人的事实，例如曾有过一段陪伴。
          </Trans>
        </p>
        <EraseForm personId={personId} name={name} />
      </Card>
    </details>
  );
}

function EraseForm({ personId, name }: EraseFoldProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [{ fetching }, erase] = useMutation(ERASE_PERSON);
  const { dialog, through } = useStepUp();
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState<ErasureReason | ''>('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const nameIsRight = typed.trim() === name;

  const confirm = async () => {
    setAsking(false);
    if (reason === '') return;
    const { data, error } = await through(
      () => erase({ input: { personId, reason, requestId } }),
      (got) => got.data?.erasePerson,
    );
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.erasePerson;
    switch (result.__typename) {
      case 'PersonErased':
        toast({ message: t`个人信息已经抹除。` });
        void navigate('/agency/volunteers');
        return;
      case 'ErasureHeld':
        setProblem(<ErasureHolds holds={result.holds} />);
        return;
      case 'StepUpNeeded':
        setProblem(<Trans>先要确认是您本人，才能继续。</Trans>);
        return;
      case 'InvalidInput':
      case 'NotFound':
        setProblem(<Trans>这个人已经不在名单里。请回到志愿者名单看一看。</Trans>);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          setProblem(null);
          if (reason !== '' && nameIsRight) setAsking(true);
        }}
        submitLabel={<Trans>抹除个人信息</Trans>}
        busy={fetching}
        problem={problem}
      >
        <NativeSelect
          label={t`为什么抹除`}
          description={t`写进操作记录，不写姓名。`}
          value={reason}
          onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? '')}
          data={[
            { value: '', label: t`请选择` },
            ...REASONS.map((one) => ({ value: one, label: i18n._(ERASURE_REASON_WORDS[one]) })),
          ]}
          error={asked && reason === '' ? t`请选择原因。` : undefined}
        />
        <TextInput
          label={t`请输入这个人的姓名`}
          description={t`确认没有选错人。`}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={asked && !nameIsRight ? t`与上面的姓名不一样，请再看一看。` : undefined}
        />
      </Form>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`抹除${name}的个人信息？`}
        confirmLabel={<Trans>抹除，不再恢复</Trans>}
        onConfirm={confirm}
        tone="danger"
      >
        <p>
          <Trans>抹除以后，谁也找不回来，包括平台的维护人员。如果只是暂停服务，可以先不抹除。</Trans>
        </p>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
