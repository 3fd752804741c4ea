import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ConsentLedgerQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { BAR_GUARDIAN, LIFT_GUARDIAN_BAR } from './ledger.operations.js';
import styles from './ledger.module.css';

type Ledger = NonNullable<ConsentLedgerQuery['consentLedger']>;
type Guardian = Ledger['guardians'][number];

/** Whose word counts; and closing the say of a guardian who may have harmed the child (T13). */
export function GuardianList({ ledger, reload }: { readonly ledger: Ledger; readonly reload: () => void }) {
  return (
    <Section title={<Trans>谁可以替孩子决定</Trans>}>
      {ledger.guardians.length === 0 ? (
        <p>
          <Trans>还没有写下监护人。请先在家庭页面写下来。</Trans>
        </p>
      ) : (
        ledger.guardians.map((guardian) => (
          <GuardianCard key={guardian.id} childId={ledger.childId} guardian={guardian} reload={reload} />
        ))
      )}
    </Section>
  );
}

interface GuardianCardProps {
  readonly childId: string;
  readonly guardian: Guardian;
  readonly reload: () => void;
}

function GuardianCard({ childId, guardian, reload }: GuardianCardProps) {
  const { t } = useLingui();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [barring, bar] = useMutation(BAR_GUARDIAN);
  const [lifting, lift] = useMutation(LIFT_GUARDIAN_BAR);
  const { name, relation, barred } = guardian;
  const submit = async (): Promise<void> => {
    setProblem(null);
    const input = { childId, guardianId: guardian.id, reason };
    const { data, error } = barred ? await lift({ input }) : await bar({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = 'liftGuardianBar' in data ? data.liftGuardianBar : data.barGuardian;
    switch (result.__typename) {
      case 'ConsentLedger':
        setOpen(false);
        setReason('');
        return reload();
      case 'InvalidInput':
        return setProblem(<Trans>请写一句理由，五百字以内。</Trans>);
      case 'SecondPersonNeeded':
        return setProblem(<Trans>标记的人不能自己取消。请另一位督导者或机构负责人来看。</Trans>);
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };
  return (
    <Card>
      <div className={styles['head']}>
        <strong>{relation ? t`${name}（${relation}）` : name}</strong>
        {barred ? (
          <StateBadge tone="paused">
            <Trans>暂时不能替孩子决定</Trans>
          </StateBadge>
        ) : null}
      </div>
      {open ? (
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
          submitLabel={barred ? <Trans>取消标记</Trans> : <Trans>马上停下</Trans>}
          busy={barring.fetching || lifting.fetching}
          problem={problem}
          aside={
            <Button variant="subtle" onClick={() => setOpen(false)}>
              <Trans>先不做</Trans>
            </Button>
          }
        >
          <p>
            {barred ? (
              <Trans>取消以后，他的同意重新算数。请写下为什么现在可以。</Trans>
            ) : (
              <Trans>从下一刻起，他的同意不算数，他的链接打不开。监护人不会看到这个标记。请同时按规定报告。</Trans>
            )}
          </p>
          <Textarea
            label={t`理由`}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form>
      ) : may(barred ? 'consent.liftBar' : 'consent.bar') ? (
        <div data-print="no">
          <Button variant="subtle" onClick={() => setOpen(true)}>
            {barred ? <Trans>作为第二人取消标记</Trans> : <Trans>怀疑他伤害孩子</Trans>}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
