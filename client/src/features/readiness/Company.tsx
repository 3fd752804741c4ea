import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { VolunteerQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ADULT_CHOICES, END_BESIDE, PUT_BESIDE } from './company.operations.js';
import styles from './readiness.module.css';

type Volunteer = NonNullable<VolunteerQuery['volunteer']>;
interface CompanyProps {
  readonly volunteer: Volunteer;
  readonly reload: () => void;
}

/** Beside whom somebody under age accompanies a child; an adult has no such part. */
export function Company({ volunteer, reload }: CompanyProps) {
  const may = useMay()('volunteer.change');
  const { company } = volunteer;
  if (!company) return null;
  const { adult } = company;
  return (
    <Section title={<Trans>在谁身边服务</Trans>}>
      <Card>
        {adult ? (
          <Adult adult={adult} />
        ) : (
          <p>
            <Trans>未成年人不单独和孩子见面。请先写下每次一起去的成年人。</Trans>
          </p>
        )}
        {may ? (
          <>
            <details className={styles['fold']} data-print="no">
              <summary>{adult ? <Trans>换一位成年人</Trans> : <Trans>写下一起去的成年人</Trans>}</summary>
              <ChooseAdult
                key={adult?.name ?? ''}
                volunteerId={volunteer.id}
                changes={adult !== null}
                reload={reload}
              />
            </details>
            {adult ? <EndCompany volunteerId={volunteer.id} reload={reload} /> : null}
          </>
        ) : null}
      </Card>
    </Section>
  );
}

function Adult({ adult }: { readonly adult: NonNullable<NonNullable<Volunteer['company']>['adult']> }) {
  const format = useFormat();
  const since = format.day(adult.since);
  const until = adult.until ? format.day(adult.until) : null;
  return (
    <>
      <div className={styles['findingHead']}>
        <strong>{adult.name}</strong>
        <StateBadge tone={adult.cleared ? 'good' : 'waiting'}>
          {adult.cleared ? <Trans>手续齐全</Trans> : <Trans>现在不能陪同</Trans>}
        </StateBadge>
        <span className={styles['day']}>
          <Trans>从 {since} 起</Trans>
        </span>
      </div>
      {adult.cleared ? (
        until ? (
          <p className={styles['quiet']}>
            <Trans>这位成年人的记录查询到 {until} 为止；到期没有续，陪伴会自动停一停。</Trans>
          </p>
        ) : null
      ) : (
        <p>
          <Trans>这位成年人的手续不齐，或已经不在这里服务。请补齐手续，或换一位；在这之前不能和孩子见面。</Trans>
        </p>
      )}
    </>
  );
}

interface ChooseAdultProps {
  readonly volunteerId: string;
  /** Whether somebody goes along already. */
  readonly changes: boolean;
  readonly reload: () => void;
}

function ChooseAdult({ volunteerId, changes, reload }: ChooseAdultProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [name, setName] = useState('');
  const [adultId, setAdultId] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const [{ data, error, fetching: looking }] = useQuery({ query: ADULT_CHOICES, variables: { name } });
  const [{ fetching }, put] = useMutation(PUT_BESIDE);
  const choices = data?.adultChoices ?? [];
  const refusals: Readonly<Record<string, string>> = {
    NOT_A_MINOR: t`这位志愿者已经成年，不需要写下陪同的人。`,
    THEMSELVES: t`请选另外一个人。`,
    NOT_CLEARED: t`这个人今天的手续不齐，请换一位，或先补齐手续。`,
  };

  const submit = async () => {
    setProblem(null);
    if (!choices.some((one) => one.adultId === adultId)) return setProblem(t`请选一位成年人。`);
    const { data: answer, error: fault } = await put({ input: { volunteerId, adultId } });
    if (!answer) return setProblem(<RequestFault error={fault} />);
    const outcome = answer.putBeside;
    switch (outcome.__typename) {
      case 'Volunteer':
        toast({ message: t`已经写下，从今天起算数。` });
        return reload();
      case 'InvalidInput':
        return setProblem(refusals[outcome.fields[0]?.code ?? ''] ?? t`请看一看选的人。`);
      case 'NotFound':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={reload} />);
    }
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>记下这位成年人</Trans>}
      busy={fetching}
      problem={error ? <RequestFault error={error} /> : problem}
    >
      {changes ? (
        <p>
          <Trans>换人以后，正在进行的陪伴先停一停：请把新来的人告诉家人和孩子，问过他们再开始。</Trans>
        </p>
      ) : null}
      <TextInput label={t`按姓名找`} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <NativeSelect
        label={t`每次一起去的成年人`}
        description={
          !looking && choices.length === 0
            ? t`没有找到手续齐全的人。`
            : t`这里只有记录查询有效的同事和手续齐全的志愿者。`
        }
        value={adultId}
        onChange={(event) => setAdultId(event.currentTarget.value)}
        data={[
          { value: '', label: t`请选一位` },
          ...choices.map((one) => ({
            value: one.adultId,
            label: one.colleague ? t`${one.name}（同事）` : one.name,
          })),
        ]}
      />
    </Form>
  );
}

function EndCompany({ volunteerId, reload }: { readonly volunteerId: string; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, end] = useMutation(END_BESIDE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const press = async () => {
    setProblem(null);
    const { data, error } = await end({ input: { volunteerId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.endBeside.__typename !== 'Volunteer') return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    toast({ message: t`已经记下。正在进行的陪伴先停一停。` });
    reload();
  };
  return (
    <div>
      <Button variant="default" loading={fetching} onClick={() => void press()}>
        <Trans>不再由这位成年人陪同</Trans>
      </Button>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}
