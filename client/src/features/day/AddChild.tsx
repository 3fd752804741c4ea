import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import type { ChildWordFrom } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CHILD_VISITS, FIND_CHILD } from './children.operations.js';
import type { Day } from './DayPage.js';
import { useChildAnswer } from './use-child-answer.js';
import type { WriteChild } from './use-children.js';
import { Visits } from './Visits.js';
import styles from './day.module.css';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly visits: { readonly taken: number; readonly most: number | null };
}
export interface AddChildProps {
  readonly day: Day;
  /** Ids of children who are on the list already. */
  readonly known: readonly string[];
  readonly write: WriteChild;
  readonly reload: () => void;
}

/** A child says that it comes, itself or through a guardian; visits of the month are told before. */
export function AddChild({ day, known, write, reload }: AddChildProps) {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const tell = useChildAnswer(reload);
  const [name, setName] = useState('');
  const [saidBy, setSaidBy] = useState<ChildWordFrom>('CHILD');
  const [found, setFound] = useState<readonly Found[]>();
  const [busy, setBusy] = useState(false);
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    setBusy(true);
    const children = await client.query(FIND_CHILD, { name: name.trim() }).toPromise();
    const nodes = (children.data?.children.edges ?? []).map(({ node }) => node).filter(({ id }) => !known.includes(id));
    const ids = nodes.map(({ id }) => id);
    const asked = { activityId: day.activityId, childIds: ids };
    const { data } = await client.query(CHILD_VISITS, asked, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (!data?.childVisits) return toast({ tone: 'danger', message: t`没有找到，请看看网络，再试一次。` });
    const visits = new Map(
      data.childVisits.map(({ childId, taken, most }) => [childId, { taken, most: most ?? null }]),
    );
    setFound(
      nodes.flatMap((node) => {
        const of = visits.get(node.id);
        return of ? [{ id: node.id, name: node.name, visits: of }] : [];
      }),
    );
  };
  const add = async ({ id: childId, name: called }: Found): Promise<void> => {
    setBusy(true);
    const nothing = { came: false, seemed: null, face: null, note: '', fetchedBy: '', words: '' };
    const who = { activityId: day.activityId, childId, version: 0, saidBy, choice: 'SIGNED_UP' as const };
    const answer = await write({ ...who, ...nothing });
    setBusy(false);
    if (answer.kind === 'DONE') {
      toast({ message: t`记下了：${called}要来。` });
      setFound(undefined);
      setName('');
    }
    tell(answer);
  };
  return (
    <details className={styles['fold']}>
      <summary>
        <Trans>加一个想来的孩子</Trans>
      </summary>
      <form className={styles['stack']} onSubmit={(event) => void search(event)}>
        <TextInput
          label={t`孩子的名字`}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <NativeSelect
          label={t`谁说要来`}
          value={saidBy}
          onChange={({ target }) => setSaidBy(target.value as ChildWordFrom)}
          data={[
            { value: 'CHILD', label: t`孩子自己说的` },
            { value: 'GUARDIAN', label: t`家长转告的` },
          ]}
        />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            <Trans>找孩子</Trans>
          </Button>
        </div>
      </form>
      {found?.length === 0 ? (
        <p role="status">
          <Trans>没有找到这个名字的孩子，或者已经在名单上。</Trans>
        </p>
      ) : null}
      <ul className={styles['list']}>
        {(found ?? []).map((one) => (
          <li key={one.id} className={styles['guest']}>
            <div className={styles['head']}>
              <span>
                <strong>{one.name}</strong>
                <span className={styles['quiet']}>
                  <Visits visits={one.visits} />
                </span>
              </span>
              <Button
                loading={busy}
                disabled={one.visits.most !== null && one.visits.taken >= one.visits.most}
                aria-label={t`${one.name}要来`}
                onClick={() => void add(one)}
              >
                <Trans>要来</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
