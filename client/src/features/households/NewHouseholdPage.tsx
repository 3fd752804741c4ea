import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { FamilyForm } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { adultInput, AdultFields, NOBODY, type AdultValues } from './AdultFields.js';
import { ChildPicker, type Picked } from './ChildPicker.js';
import { RECORD_HOUSEHOLD } from './household-changes.js';
import { CHILD_BY_ID, CHILDREN_AT_HOME } from './households.operations.js';
import styles from './households.module.css';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

interface Typed {
  readonly adults: AdultValues[];
  readonly familyForm: FamilyForm | '';
  readonly size: string;
  readonly originProvince: string;
  readonly areaCode: string;
  readonly address: string;
  readonly since: string;
}

/** A family for the first time: its children, whoever looks after them, and where they live. */
export default function NewHouseholdPage() {
  const { t } = useLingui();
  const words = useFamilyWords();
  const navigate = useNavigate();
  const { today } = useViewer().agency;
  const { picked, pick, drop } = usePicked();
  const [{ data: areas }] = useQuery({ query: CHILDREN_AT_HOME, variables: { name: '-' } });
  const [{ fetching }, record] = useMutation(RECORD_HOUSEHOLD);
  const { problem, save } = useFamilySave(() => undefined);
  const form = useKeptForm<Typed>({
    draft: 'family.new',
    defaultValues: {
      adults: [],
      ...{ familyForm: '', size: '', originProvince: '', areaCode: '', address: '', since: today },
    },
  });
  const adults = useFieldArray({ control: form.control, name: 'adults' });
  const submit = form.handleSubmit((typed) => {
    const input = {
      childIds: picked.map(({ id }) => id),
      adults: typed.adults.map(adultInput),
      familyForm: typed.familyForm || null,
      size: typed.size === '' ? null : Math.round(Number(typed.size)),
      originProvince: typed.originProvince.trim() || null,
      areaCode: typed.areaCode || null,
      address: typed.address.trim() || null,
      since: typed.since || null,
    };
    return save(() => record({ input }), {
      saved: t`这个家庭记下了。`,
      done: ({ id }) => {
        form.forget();
        void navigate(`/agency/households/${encodeURIComponent(id)}`);
      },
    });
  });
  return (
    <Page
      title={t`记下一个家庭`}
      lead={<Trans>兄弟姐妹和照护他们的人，只写一次；以后有变化，添新的，旧的都留着。</Trans>}
      width="narrow"
    >
      <Card>
        <Form
          onSubmit={(event) => void submit(event)}
          submitLabel={<Trans>记下这个家庭</Trans>}
          busy={fetching}
          problem={problem}
        >
          <Section title={<Trans>孩子</Trans>}>
            <ChildPicker picked={picked} pick={pick} drop={drop} />
          </Section>
          <Section
            title={<Trans>照护他们的大人</Trans>}
            lead={<Trans>孩子档案里写过的监护人会自动一起记下，不用再写。</Trans>}
          >
            {adults.fields.map((field, index) => (
              <div key={field.id} className={styles['adult']}>
                <AdultFields register={(name) => form.register(`adults.${index}.${name}`)} />
                <Button variant="subtle" onClick={() => adults.remove(index)}>
                  <Trans>不写这一位</Trans>
                </Button>
              </div>
            ))}
            <div>
              <Button variant="default" onClick={() => adults.append(NOBODY)}>
                <Trans>添一位大人</Trans>
              </Button>
            </div>
          </Section>
          <Section title={<Trans>这个家</Trans>}>
            <div className={styles['pair']}>
              <NativeSelect
                label={t`家庭形式`}
                data={[{ value: '', label: t`还没有问` }, ...words.forms]}
                {...form.register('familyForm')}
              />
              <TextInput type="number" min={1} max={30} label={t`家里几口人`} {...form.register('size')} />
            </div>
            <TextInput label={t`老家`} description={t`省份。`} {...form.register('originProvince')} />
            <div className={styles['pair']}>
              <NativeSelect
                label={t`住的地方`}
                data={[
                  { value: '', label: t`和孩子档案里的一样` },
                  ...(areas?.areaChoices ?? []).map((area) => ({ value: area.code, label: words.area(area) })),
                ]}
                {...form.register('areaCode')}
              />
              <TextInput type="date" label={t`从哪天起`} {...form.register('since')} />
            </div>
            <TextInput
              label={t`地址`}
              description={t`庇护场所的地址不写在这里。`}
              autoComplete="off"
              {...form.register('address')}
            />
          </Section>
        </Form>
      </Card>
    </Page>
  );
}

/** `?child=` begins with the child from whose page somebody came, unless they are left out again. */
function usePicked() {
  const [params] = useSearchParams();
  const childId = params.get('child') ?? '';
  const [added, setAdded] = useState<readonly Picked[]>([]);
  const [left, setLeft] = useState(false);
  const [{ data }] = useQuery({ query: CHILD_BY_ID, variables: { id: childId }, pause: childId === '' });
  const child = data?.child;
  const first = child && !child.household && !left ? [{ id: child.id, name: child.name }] : [];
  return {
    picked: [...first, ...added.filter(({ id }) => id !== first[0]?.id)],
    pick: (one: Picked) => setAdded([...added, one]),
    drop: (id: string) => {
      if (id === childId) setLeft(true);
      setAdded(added.filter((one) => one.id !== id));
    },
  };
}
