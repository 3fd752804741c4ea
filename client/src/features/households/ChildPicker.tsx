import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { householdNumber } from './family-view.js';
import { CHILDREN_AT_HOME } from './households.operations.js';
import styles from './households.module.css';

export interface Picked {
  readonly id: string;
  readonly name: string;
}
export interface ChildPickerProps {
  readonly picked: readonly Picked[];
  readonly pick: (child: Picked) => void;
  readonly drop: (id: string) => void;
}

/** The children of a new family: those who have one already are named with it, and stay where they are. */
export function ChildPicker({ picked, pick, drop }: ChildPickerProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const [{ data }] = useQuery({ query: CHILDREN_AT_HOME, variables: { name }, pause: name === '' });
  const found = (name === '' ? [] : (data?.children.edges ?? [])).map(({ node }) => node);
  const others = found.filter(({ id }) => !picked.some((one) => one.id === id));
  return (
    <div className={styles['stack']}>
      <ul className={styles['plain']}>
        {picked.map(({ id, name: own }) => (
          <li key={id} className={styles['row']}>
            <strong>{own}</strong>
            <Button variant="subtle" onClick={() => drop(id)}>
              <Trans>不加{own}</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <TextInput
        type="search"
        label={t`按姓名找孩子`}
        description={t`兄弟姐妹一起加进来。`}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={styles['plain']} aria-live="polite">
        {others.map((child) => (
          <li key={child.id} className={styles['row']}>
            {child.household ? (
              <span className={styles['quiet']}>
                {child.name} ·{' '}
                <Link to={`/agency/households/${encodeURIComponent(child.household.id)}`}>
                  <Trans>已经在家庭 {householdNumber(child.household.number)}</Trans>
                </Link>
              </span>
            ) : (
              <>
                <span>{child.name}</span>
                <Button variant="default" onClick={() => pick({ id: child.id, name: child.name })}>
                  <Trans>加上{child.name}</Trans>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
