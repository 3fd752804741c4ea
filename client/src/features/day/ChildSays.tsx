import { Trans, useLingui } from '@lingui/react/macro';
import { IconMoodCry, IconMoodEmpty, IconMoodHappy, IconMoodSad, IconMoodSmile, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { WriteActivityChildInput } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Textarea } from '../../ui/fields/fields.js';
import { faceWord } from './child-words.js';
import styles from './day.module.css';

const FACES: readonly Icon[] = [IconMoodCry, IconMoodSad, IconMoodEmpty, IconMoodSmile, IconMoodHappy];

export interface ChildSaysProps {
  readonly name: string;
  readonly face: number | undefined;
  readonly words: string;
  readonly busy: boolean;
  readonly put: (more: Partial<WriteActivityChildInput>, said: string) => Promise<boolean>;
}

/** For the child's own hand: nothing of anybody else, five faces, a few words if they like, and a way not to say. */
export function ChildSays({ name, face, words, busy, put }: ChildSaysProps) {
  const { t, i18n } = useLingui();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState(words);
  const say = async (pointed: number): Promise<void> => {
    const said = pointed === 0 ? '' : typed;
    if (await put({ face: pointed, words: said }, t`谢谢你告诉我们。`)) setOpened(false);
  };
  return (
    <>
      <Button variant="default" aria-label={t`请${name}自己说`} onClick={() => setOpened(true)}>
        {face === undefined && words === '' ? <Trans>请孩子自己说</Trans> : <Trans>再问一次</Trans>}
      </Button>
      <FormDialog opened={opened} close={() => setOpened(false)} title={t`今天怎么样？点一张脸`}>
        <Textarea
          label={t`想说的话，也可以不写`}
          maxLength={500}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className={styles['faces']} role="group" aria-label={t`点一张脸`}>
          {FACES.map((Face, at) => (
            <button
              key={at}
              type="button"
              disabled={busy}
              data-chosen={face === at + 1}
              onClick={() => void say(at + 1)}
            >
              <Face size={48} stroke={1.5} aria-hidden />
              <span>{i18n._(faceWord(at + 1))}</span>
            </button>
          ))}
        </div>
        <Button variant="subtle" loading={busy} onClick={() => void say(0)}>
          <Trans>不想说</Trans>
        </Button>
      </FormDialog>
    </>
  );
}
