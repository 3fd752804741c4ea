// The words of one agreement: the template's text in one language with its blanks filled in.
import { fillAgreement, type AgreementLanguage, type AgreementTexts } from '@tongxing/shared/rules';

export interface AgreementBlanks {
  readonly agency: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}
export interface AgreementWords {
  readonly title: string;
  /** What is signed: the title, and below it the whole text. */
  readonly text: string;
  /** Beside it, in plain words; not signed. */
  readonly plain: string;
}

export function agreementWords(
  template: AgreementTexts,
  { agency, name, values }: AgreementBlanks,
  language: AgreementLanguage,
): AgreementWords {
  const known = { ...values, agency, name, days: String(template.validDays) };
  const [title, text, plain] =
    language === 'en'
      ? [template.titleEn, template.textEn, template.plainEn]
      : [template.titleZh, template.textZh, template.plainZh];
  const filled = fillAgreement(title, known);
  return {
    title: filled,
    text: `${filled}\n${fillAgreement(text, known)}`,
    plain: fillAgreement(plain, known),
  };
}
