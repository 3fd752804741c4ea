import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../button/Button.js';
import { NativeSelect, TextInput } from '../fields/fields.js';
import styles from './list.module.css';
import type { useUrlFilters } from './use-url-filters.js';

export interface FilterChoice<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** The words for "no filter": 全部. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface ListToolbarProps<Key extends string> {
  readonly filters: ReturnType<typeof useUrlFilters<Key>>;
  readonly choices?: readonly FilterChoice<Key>[];
  readonly search?: { readonly key: Key; readonly label: string; readonly hint?: string };
  readonly aside?: ReactNode;
}

/** Filters of a list, as words and native selects; the address carries them. */
export function ListToolbar<Key extends string>({ filters, choices = [], search, aside }: ListToolbarProps<Key>) {
  const { t } = useLingui();
  return (
    <div className={styles['toolbar']} role="search" aria-label={t`筛选名单`} data-print="no">
      {search ? (
        <SearchField
          label={search.label}
          hint={search.hint}
          value={filters.values[search.key]}
          change={(value) => filters.set(search.key, value)}
        />
      ) : null}
      {choices.map(({ key, label, all, options }) => (
        <NativeSelect
          key={key}
          label={label}
          value={filters.values[key]}
          onChange={(event) => filters.set(key, event.currentTarget.value)}
          data={[{ value: '', label: all }, ...options]}
        />
      ))}
      {filters.active ? (
        <Button variant="subtle" onClick={filters.clear}>
          <Trans>清除筛选</Trans>
        </Button>
      ) : null}
      <span className={styles['aside']}>{aside}</span>
    </div>
  );
}

interface SearchFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

// Chinese input composes: the address changes once the person pauses, not at every key.
const PAUSE_MS = 350;

function SearchField({ label, hint, value, change }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed from elsewhere (the filters were cleared, the browser went back): the field follows.
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => change(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, change]);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={hint}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
    />
  );
}
