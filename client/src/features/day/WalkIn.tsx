import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Section } from '../../ui/page/Page.js';
import { FIND_WALK_IN } from './day.operations.js';
import type { Day } from './DayPage.js';
import { Buttons, type Put } from './Guest.js';
import styles from './day.module.css';

interface Found {
  readonly personId: string;
  readonly name: string;
}

/** Somebody at the door who is on no list: found by name, and let in only as far as the eligibility function says. */
export function WalkIn({ day, put, reload }: { readonly day: Day; readonly put: Put; readonly reload: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Found[]>();
  const [busy, setBusy] = useState(false);
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    setBusy(true);
    const { data } = await client.query(FIND_WALK_IN, { name: name.trim() }).toPromise();
    setBusy(false);
    const known = new Set(day.guests.map(({ personId }) => personId));
    setFound((data?.volunteers.edges ?? []).map(({ node }) => node).filter(({ personId }) => !known.has(personId)));
  };
  const done = (): void => {
    setFound(undefined);
    setName('');
    reload();
  };
  return (
    <Section
      title={<Trans>不在名单上的人来了</Trans>}
      lead={<Trans>按姓名找。没有准备好的人，系统不让进孩子的活动，可以做不接触孩子的事。</Trans>}
    >
      <form className={styles['stack']} onSubmit={(event) => void search(event)}>
        <TextInput
          label={t`姓名`}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            <Trans>找一找</Trans>
          </Button>
        </div>
      </form>
      {found?.length === 0 ? (
        <p role="status">
          <Trans>没有找到，或者已经在名单上。还没有登记的人，今天不能参加；请他们先申请做志愿者。</Trans>
        </p>
      ) : null}
      <ul className={styles['list']}>
        {(found ?? []).map(({ personId, name: called }) => (
          <li key={personId} className={styles['guest']}>
            <strong>{called}</strong>
            <Buttons {...{ personId, put }} name={called} ready stopped={false} inside={false} reload={done} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
