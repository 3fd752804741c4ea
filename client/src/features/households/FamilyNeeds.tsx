import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { FamilyDomain } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ChangeFold } from './ChangeFold.js';
import type { FamilyPartProps } from './FamilyPeople.js';
import { isOpen, type Family } from './family-view.js';
import { RECORD_NEED } from './household-changes.js';
import styles from './households.module.css';
import { PRIORITIES, soonWords } from './need-words.js';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

/** What the family wishes for now, the most pressing first, and what has been found already. */
export function FamilyNeeds({ family, reload }: FamilyPartProps) {
  const may = useMay();
  const open = family.needs.filter(isOpen).sort((a, b) => b.priority - a.priority);
  const standing = new Set(open.map(({ domain }) => domain));
  const met = family.needs.filter((need) => !isOpen(need) && !standing.has(need.domain));
  return (
    <Section title={<Trans>希望有人一起想办法的事</Trans>}>
      <Card>
        {open.length > 0 ? (
          <ul className={styles['plain']}>
            {open.map((need) => (
              <li key={need.domain}>
                <OneNeed need={need} householdId={family.id} reload={reload} />
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles['quiet']}>
            <Trans>还没有谈到，下次家访可以问问。</Trans>
          </p>
        )}
        <Met needs={met} />
        {may('household.record') ? (
          <ChangeFold label={<Trans>记一件希望</Trans>}>
            {(close) => <NeedForm householdId={family.id} reload={reload} close={close} />}
          </ChangeFold>
        ) : null}
      </Card>
    </Section>
  );
}

function Met({ needs }: { readonly needs: Family['needs'] }) {
  const words = useFamilyWords();
  const format = useFormat();
  if (needs.length === 0) return null;
  const domains = format.list([...new Set(needs.map(({ domain }) => words.domain(domain)))]);
  return (
    <p className={styles['quiet']}>
      <Trans>已经有了着落：{domains}</Trans>
    </p>
  );
}

interface OneNeedProps {
  readonly need: Family['needs'][number];
  readonly householdId: string;
  readonly reload: () => void;
}

function OneNeed({ need: { domain, priority, since }, householdId, reload }: OneNeedProps) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const words = useFamilyWords();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, record] = useMutation(RECORD_NEED);
  const { problem, save } = useFamilySave(reload);
  const name = words.domain(domain);
  const takeBack = async () => {
    await record({ input: { householdId, domain, priority } });
    reload();
  };
  const meet = async () => {
    await save(() => record({ input: { householdId, domain, priority: null } }), {
      done: () => {
        toast({ message: t`${name}：记下已经有了着落。`, undo: takeBack });
        reload();
      },
    });
  };
  return (
    <>
      <div className={styles['row']}>
        <span>
          <strong>{name}</strong> · {i18n._(soonWords(priority))}
        </span>
        {may('household.record') ? (
          <Button variant="subtle" loading={fetching} onClick={() => void meet()}>
            <Trans>{name}有着落了</Trans>
          </Button>
        ) : null}
      </div>
      <p className={styles['quiet']}>
        <Trans>从{format.day(since)}起</Trans>
      </p>
      {problem ? <div role="alert">{problem}</div> : null}
    </>
  );
}

interface NeedFormProps {
  readonly householdId: string;
  readonly reload: () => void;
  readonly close: () => void;
}

function NeedForm({ householdId, reload, close }: NeedFormProps) {
  const { t, i18n } = useLingui();
  const words = useFamilyWords();
  const [{ fetching }, record] = useMutation(RECORD_NEED);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<{ readonly domain: FamilyDomain; readonly priority: string }>({
    draft: `family-need.${householdId}`,
    defaultValues: { domain: 'STUDY', priority: '3' },
  });
  const submit = form.handleSubmit(({ domain, priority }) =>
    save(() => record({ input: { householdId, domain, priority: Number(priority) } }), {
      saved: t`记下了。`,
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
      submitLabel={<Trans>记下这件希望</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <NativeSelect label={t`哪一方面`} data={words.domains} {...form.register('domain')} />
        <NativeSelect
          label={t`什么时候好`}
          data={PRIORITIES.map((value) => ({ value: String(value), label: i18n._(soonWords(value)) }))}
          {...form.register('priority')}
        />
      </div>
    </Form>
  );
}
