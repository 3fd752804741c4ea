import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { FamilyForm } from '../../gql/graphql.js';
import { NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ChangeFold } from './ChangeFold.js';
import type { FamilyPartProps } from './FamilyPeople.js';
import { CHANGE_HOUSEHOLD } from './household-changes.js';
import styles from './households.module.css';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

/** What the family says of itself as a whole. */
export function FamilyFacts({ family, reload }: FamilyPartProps) {
  const may = useMay();
  const words = useFamilyWords();
  const { familyForm, size, originProvince, note } = family;
  return (
    <Section title={<Trans>这个家</Trans>}>
      <Card>
        {note ? <p className={styles['note']}>{note}</p> : null}
        <Facts>
          <Fact name={<Trans>家庭形式</Trans>}>{familyForm ? words.form(familyForm) : <Trans>还没有写下</Trans>}</Fact>
          <Fact name={<Trans>家里几口人</Trans>}>{size ?? <Trans>还没有写下</Trans>}</Fact>
          <Fact name={<Trans>老家</Trans>}>{originProvince ?? <Trans>还没有写下</Trans>}</Fact>
        </Facts>
        {may('household.record') ? (
          <ChangeFold label={<Trans>改这个家的情况</Trans>}>
            {(close) => <FactsForm family={family} reload={reload} close={close} />}
          </ChangeFold>
        ) : null}
      </Card>
    </Section>
  );
}

interface Typed {
  readonly familyForm: FamilyForm | '';
  readonly size: string;
  readonly originProvince: string;
  readonly note: string;
}

function FactsForm({ family, reload, close }: FamilyPartProps & { readonly close: () => void }) {
  const { t } = useLingui();
  const words = useFamilyWords();
  const [{ fetching }, change] = useMutation(CHANGE_HOUSEHOLD);
  const { problem, save } = useFamilySave(reload);
  const { id: householdId, version } = family;
  const form = useKeptForm<Typed>({
    draft: `family-facts.${householdId}`,
    defaultValues: {
      familyForm: family.familyForm ?? '',
      size: family.size == null ? '' : String(family.size),
      originProvince: family.originProvince ?? '',
      note: family.note ?? '',
    },
  });
  const submit = form.handleSubmit((typed) => {
    const input = {
      ...{ householdId, version },
      familyForm: typed.familyForm || null,
      size: typed.size === '' ? null : Math.round(Number(typed.size)),
      originProvince: typed.originProvince.trim() || null,
      note: typed.note.trim() || null,
    };
    return save(() => change({ input }), {
      saved: t`改好了。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    });
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>保存这个家的情况</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <NativeSelect
          label={t`家庭形式`}
          data={[{ value: '', label: t`还没有问` }, ...words.forms]}
          {...form.register('familyForm')}
        />
        <TextInput type="number" min={1} max={30} label={t`家里几口人`} {...form.register('size')} />
      </div>
      <TextInput label={t`老家`} description={t`省份。`} {...form.register('originProvince')} />
      <Textarea label={t`补充的话`} description={t`先写这个家的长处。`} {...form.register('note')} />
    </Form>
  );
}
