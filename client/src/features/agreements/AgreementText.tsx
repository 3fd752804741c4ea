import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { ReadAloud } from '../../ui/read-aloud/ReadAloud.js';
import styles from './agreements.module.css';

export interface AgreementTextProps {
  readonly title: string;
  readonly text: string;
  readonly plain: string;
  /** Of the words: once somebody has signed, that which they read. */
  readonly language: 'ZH_CN' | 'EN';
  readonly textHash: string;
}

/** The agreement in plain words and in full, beside each other; what is signed is the full text. */
export function AgreementText({ title, text, plain, language, textHash }: AgreementTextProps) {
  const [words, setWords] = useState<HTMLElement | null>(null);
  const lang = language === 'EN' ? 'en' : 'zh-CN';
  // Its first line is the title.
  const paragraphs = text.split(/\n+/).slice(1);
  return (
    <div className={styles['reading']}>
      <ReadAloud words={words} lang={lang} />
      <div className={styles['texts']} ref={setWords}>
        <section className={styles['plain']}>
          <h3>
            <Trans>用平常的话说</Trans>
          </h3>
          <div lang={lang}>
            {plain.split(/\n+/).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </section>
        <section className={styles['full']}>
          <h3 lang={lang}>{title}</h3>
          <div lang={lang}>
            {paragraphs.map((line, at) => (
              <p key={`${String(at)}${line}`}>{line}</p>
            ))}
          </div>
        </section>
      </div>
      <details className={styles['quiet']}>
        <summary>
          <Trans>这份文字的指纹</Trans>
        </summary>
        <p>
          <Trans>签名的时候，系统记下全文的指纹。以后改动一个字，指纹就不一样。</Trans>
        </p>
        <code className={styles['hash']}>{textHash}</code>
      </details>
    </div>
  );
}
