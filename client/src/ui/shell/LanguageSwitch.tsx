import { IconLanguage } from '@tabler/icons-react';
import styles from './quiet-button.module.css';
import { useLanguageChoice } from './use-choices.js';

/** One tap to the other language. */
export function LanguageSwitch() {
  const { other, otherName, switchToOther } = useLanguageChoice();
  return (
    <button type="button" className={styles['quiet']} lang={other} onClick={() => void switchToOther()}>
      <IconLanguage size={18} stroke={1.75} aria-hidden />
      {otherName}
    </button>
  );
}
