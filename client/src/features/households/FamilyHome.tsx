import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { HouseholdQuery } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ChangeFold } from './ChangeFold.js';
import type { FamilyPartProps } from './FamilyPeople.js';
import { isOpen, type Family } from './family-view.js';
import { MOVE_HOUSEHOLD } from './household-changes.js';
import styles from './households.module.css';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

export type Areas = HouseholdQuery['areaChoices'];

/** Where the family lives, and where it lived before: a move takes nothing away. */
export function FamilyHome({ family, reload, areas }: FamilyPartProps & { readonly areas: Areas }) {
  const may = useMay();
  return (
    <Section title={<Trans>住在哪里</Trans>}>
      <Card>
        <Addresses addresses={family.addresses} />
        {may('household.record') ? (
          <ChangeFold label={<Trans>记一次搬家</Trans>}>
            {(close) => <MoveForm householdId={family.id} areas={areas} reload={reload} close={close} />}
          </ChangeFold>
        ) : null}
      </Card>
    </Section>
  );
}

/** The latest first. */
export function Addresses({ addresses }: { readonly addresses: Family['addresses'] }) {
  const { t } = useLingui();
  const format = useFormat();
  if (addresses.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有写下住处。</Trans>
      </p>
    );
  }
  return (
    <ol className={styles['plain']}>
      {[...addresses].reverse().map((home) => (
        <li key={home.since} className={isOpen(home) ? undefined : styles['quiet']}>
          <span>{[home.area ?? t`区域没有写下`, home.address ?? ''].filter((one) => one !== '').join(' · ')}</span>
          <br />
          <span className={styles['quiet']}>
            {home.until ? (
              <Trans>
                {format.day(home.since)}到{format.day(home.until)}
              </Trans>
            ) : (
              <Trans>从{format.day(home.since)}起</Trans>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface MoveFormProps {
  readonly householdId: string;
  readonly areas: Areas;
  readonly reload: () => void;
  readonly close: () => void;
}

function MoveForm({ householdId, areas, reload, close }: MoveFormProps) {
  const { t } = useLingui();
  const words = useFamilyWords();
  const { today } = useViewer().agency;
  const [{ fetching }, move] = useMutation(MOVE_HOUSEHOLD);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<{ readonly since: string; readonly areaCode: string; readonly address: string }>({
    draft: `family-move.${householdId}`,
    defaultValues: { since: today, areaCode: '', address: '' },
  });
  const submit = form.handleSubmit(({ since, areaCode, address }) =>
    save(() => move({ input: { householdId, since, areaCode: areaCode || null, address: address.trim() || null } }), {
      saved: t`搬家记下了；以前住过的地方还留着。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下搬家</Trans>}
      busy={fetching}
      problem={problem}
    >
      <p className={styles['quiet']}>
        <Trans>搬家以后，孩子的陪伴者、家庭的同意和负责的同事都不变。</Trans>
      </p>
      <TextInput type="date" label={t`从哪天起`} {...form.register('since')} />
      <NativeSelect
        label={t`住的地方`}
        data={[
          { value: '', label: t`请选一个区域` },
          ...areas.map((area) => ({ value: area.code, label: words.area(area) })),
        ]}
        {...form.register('areaCode')}
      />
      <TextInput
        label={t`地址`}
        description={t`庇护场所的地址不写在这里。`}
        autoComplete="off"
        {...form.register('address')}
      />
    </Form>
  );
}
