import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { readFragment, type FragmentType } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { CONSENT_TEXT } from './ledger.operations.js';
import { PartDrawing } from './PartDrawing.js';
import styles from './ledger.module.css';

export interface HeardTextProps {
  readonly text: FragmentType<typeof CONSENT_TEXT>;
  /** In which language it stands: the family's, not always the page's. */
  readonly language: 'ZH' | 'EN';
  /** It was read out, at least once from its beginning. */
  readonly heard: () => void;
}

/** What a family is asked, in plain words with drawings; the device reads it aloud where it has a voice. */
export function HeardText({ text: masked, language, heard }: HeardTextProps) {
  const { parts } = readFragment(CONSENT_TEXT, masked);
  const lang = language === 'EN' ? 'en' : 'zh-CN';
  return (
    <div className={styles['heard']} lang={lang}>
      <ul className={styles['parts']}>
        {parts.map(({ part, text }) => (
          <li key={part}>
            <PartDrawing part={part} />
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <ReadOut words={parts.map(({ text }) => text).join('\n')} lang={lang} heard={heard} />
    </div>
  );
}

function ReadOut({
  words,
  lang,
  heard,
}: {
  readonly words: string;
  readonly lang: string;
  readonly heard: () => void;
}) {
  const { i18n } = useLingui();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) return null;
  const toggle = (): void => {
    window.speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (speaking) return;
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = lang;
    utterance.rate = 0.9; // unhurried: many listeners read little
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    window.speechSynthesis.speak(utterance);
    heard();
  };
  const Sign = speaking ? IconPlayerStop : IconVolume;
  return (
    <div data-print="no" lang={i18n.locale}>
      <Button variant="default" leftSection={<Sign size={20} stroke={1.75} aria-hidden />} onClick={toggle}>
        {speaking ? <Trans>停下</Trans> : <Trans>读出来</Trans>}
      </Button>
    </div>
  );
}
