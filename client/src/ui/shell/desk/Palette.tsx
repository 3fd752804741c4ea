import '@mantine/spotlight/styles.layer.css';
import { useLingui } from '@lingui/react/macro';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../../app/session/session-context.js';
import type { Place } from '../place.js';
import { PalettePeople, PeopleStanding } from './PalettePeople.js';
import type { PeopleHits, UsePeopleHits } from './people-hits.js';
import { fits, useCommands } from './use-commands.js';

const [store, spotlight] = createSpotlight();

export interface PaletteProps {
  readonly places: readonly Place[];
  readonly opened: boolean;
  readonly close: () => void;
  readonly base: string;
  /** Finds people for what was typed, where the face has such a search. */
  readonly usePeople?: UsePeopleHits | undefined;
}

const NOBODY: PeopleHits = { state: 'IDLE', hits: [], more: false };
const useNobody: UsePeopleHits = () => NOBODY;

/** ⌘K: people by name, every place and every choice by a few letters; arrives the first time that it is called. */
export default function Palette({ places, opened, close, base, usePeople = useNobody }: PaletteProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const people = usePeople(typed);
  const commands = useCommands(places, base).filter((command) => fits(command, typed));
  useEffect(() => {
    if (opened) spotlight.open();
  }, [opened]);
  const title = may('person.search') ? t`找人、去哪里` : t`去哪里、做什么`;
  const nothing = people.hits.length + commands.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={440}
      attributes={{ content: { 'aria-label': title } }}
      overlayProps={{ blur: 0, color: 'var(--tx-veil)', backgroundOpacity: 1 }}
      onSpotlightClose={close}
    >
      <Spotlight.Search
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        placeholder={title}
        aria-label={title}
      />
      <PeopleStanding people={people} />
      <Spotlight.ActionsList>
        <PalettePeople hits={people.hits} go={(path) => void navigate(path)} />
        {commands.map(({ id, label, icon: Icon, run }) => (
          <Spotlight.Action
            key={id}
            label={label}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            onClick={run}
          />
        ))}
        {nothing && people.state !== 'SEARCHING' ? <Spotlight.Empty>{nothingFound()}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );

  function nothingFound(): string {
    if (!may('person.search')) return t`没有找到。换几个字试试。`;
    return t`没有找到。姓名可以用汉字、拼音（ouyang）或首字母（oyh）找。`;
  }
}
