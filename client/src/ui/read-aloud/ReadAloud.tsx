import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlayerStop, IconVolume } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Button } from '../button/Button.js';

export interface ReadAloudProps {
  readonly words: HTMLElement | null;
  /** Of the words, where they are in another language than the page. */
  readonly lang?: string;
}

/** Reads the page's own words with the device's voice; where it has none, the button does not appear. */
export function ReadAloud({ words, lang }: ReadAloudProps) {
  const { i18n } = useLingui();
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) return null;
  const toggle = (): void => {
    window.speechSynthesis.cancel();
    if (speaking || !words) {
      setSpeaking(false);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words.innerText);
    utterance.lang = lang ?? i18n.locale;
    utterance.rate = 0.9; // unhurried: many listeners read little
    utterance.onend = () => setSpeaking(false);
    utterance.onerror = () => setSpeaking(false);
    setSpeaking(true);
    window.speechSynthesis.speak(utterance);
  };
  const SpeakIcon = speaking ? IconPlayerStop : IconVolume;
  return (
    <Button variant="default" leftSection={<SpeakIcon size={20} stroke={1.75} aria-hidden />} onClick={toggle}>
      {speaking ? <Trans>停下</Trans> : <Trans>读给我听</Trans>}
    </Button>
  );
}
