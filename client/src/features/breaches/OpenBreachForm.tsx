import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { AffectedGroup, BreachCategory, BreachKind } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, Textarea, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CATEGORY_WORDS, GROUP_WORDS, KIND_WORDS } from './breach-words.js';
import { OPEN_BREACH } from './breaches.operations.js';
import styles from './breaches.module.css';

const KINDS = Object.keys(KIND_WORDS) as BreachKind[];
const CATEGORIES = Object.keys(CATEGORY_WORDS) as BreachCategory[];
const GROUPS = Object.keys(GROUP_WORDS) as AffectedGroup[];

/** What happened, to which data, of about how many people. The clocks run from this moment. */
export function OpenBreachForm({ close }: { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, openBreach] = useMutation(OPEN_BREACH);
  const [requestId] = useState(newRequestId);
  const [noticedAt] = useState(() => new Date(Date.now() - 60_000).toISOString());
  const [drill, setDrill] = useState(false);
  const [kinds, setKinds] = useState<readonly BreachKind[]>([]);
  const [categories, setCategories] = useState<readonly BreachCategory[]>([]);
  const [counts, setCounts] = useState<Readonly<Partial<Record<AffectedGroup, string>>>>({});
  const [texts, setTexts] = useState({ happened: '', harm: '', done: '' });
  const [problem, setProblem] = useState<ReactNode>(null);
  const write = async (): Promise<void> => {
    setProblem(null);
    const affected = GROUPS.flatMap((group) => {
      const count = Number.parseInt(counts[group] ?? '', 10);
      return Number.isInteger(count) && count > 0 ? [{ group, count }] : [];
    });
    const said = { ...texts, kinds: [...kinds], categories: [...categories], affected };
    const { data, error } = await openBreach({ input: { drill, noticedAt, requestId, ...said } });
    if (!data) return setProblem(<RequestFault error={error} />);
    if (data.openBreach.__typename === 'InvalidInput') {
      return setProblem(<Trans>请选是什么情况、涉及哪些信息，并写下发生了什么。</Trans>);
    }
    toast({ message: t`记下了，时限从现在算起。` });
    close();
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Checkbox label={t`这是一次演练`} checked={drill} onChange={() => setDrill(!drill)} />
      <FieldGroup label={<Trans>是什么情况</Trans>}>
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={i18n._(KIND_WORDS[kind])}
            checked={kinds.includes(kind)}
            onChange={() => setKinds(toggled(kinds, kind))}
          />
        ))}
      </FieldGroup>
      <FieldGroup label={<Trans>涉及哪些信息</Trans>}>
        {CATEGORIES.map((category) => (
          <Checkbox
            key={category}
            label={i18n._(CATEGORY_WORDS[category])}
            checked={categories.includes(category)}
            onChange={() => setCategories(toggled(categories, category))}
          />
        ))}
      </FieldGroup>
      <FieldGroup label={<Trans>大约涉及多少人</Trans>}>
        {GROUPS.map((group) => (
          <TextInput
            key={group}
            type="number"
            min={0}
            label={i18n._(GROUP_WORDS[group])}
            value={counts[group] ?? ''}
            onChange={(event) => setCounts({ ...counts, [group]: event.currentTarget.value })}
          />
        ))}
      </FieldGroup>
      <Textarea
        label={t`发生了什么`}
        description={t`写事实，不写孩子的姓名。`}
        value={texts.happened}
        onChange={(event) => setTexts({ ...texts, happened: event.currentTarget.value })}
      />
      <Textarea
        label={t`可能有什么影响`}
        value={texts.harm}
        onChange={(event) => setTexts({ ...texts, harm: event.currentTarget.value })}
      />
      <Textarea
        label={t`已经做了什么`}
        value={texts.done}
        onChange={(event) => setTexts({ ...texts, done: event.currentTarget.value })}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" loading={fetching}>
          <Trans>记下来，开始计时</Trans>
        </Button>
        <Button variant="default" onClick={close}>
          <Trans>先不记</Trans>
        </Button>
      </div>
    </form>
  );
}

const toggled = <Item,>(list: readonly Item[], item: Item): readonly Item[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
