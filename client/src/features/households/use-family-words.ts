import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import {
  CHILD_CATEGORIES,
  DIFFICULTY_LEVELS,
  DISCOVERY_CHANNELS,
  EDUCATION_LEVELS,
  FAMILY_DOMAINS,
  FAMILY_FORMS,
  HOUSEHOLD_RELATIONS,
  MAJOR_EVENTS,
  NEEDS,
  PSEUDONYM_AUDIENCES,
  REGISTRATIONS,
  SCHOOL_STAGES,
  wordsOf,
  type Code,
} from '@tongxing/shared/rules';

const OTHER = msg`其他`;

/** The words of families in the reader's language; and each table as the choices of a form. */
export function useFamilyWords() {
  const { i18n } = useLingui();
  const inWords = ({ zh, en }: { readonly zh: string; readonly en: string }) => (i18n.locale === 'en' ? en : zh);
  const reader = (table: readonly Code[]) => (code: string) => {
    const words = wordsOf(table, code);
    return words ? inWords(words) : i18n._(OTHER);
  };
  const choices = (table: readonly Code[]) => table.map((entry) => ({ value: entry.code, label: inWords(entry) }));
  return {
    form: reader(FAMILY_FORMS),
    forms: choices(FAMILY_FORMS),
    relation: reader(HOUSEHOLD_RELATIONS),
    relations: choices(HOUSEHOLD_RELATIONS.filter(({ code }) => code !== 'CHILD')),
    education: reader(EDUCATION_LEVELS),
    educations: choices(EDUCATION_LEVELS),
    event: reader(MAJOR_EVENTS),
    events: choices(MAJOR_EVENTS),
    domain: reader(FAMILY_DOMAINS),
    domains: choices(FAMILY_DOMAINS),
    category: reader(CHILD_CATEGORIES),
    categories: choices(CHILD_CATEGORIES),
    level: reader(DIFFICULTY_LEVELS),
    levels: choices(DIFFICULTY_LEVELS),
    channel: reader(DISCOVERY_CHANNELS),
    channels: choices(DISCOVERY_CHANNELS),
    stage: reader(SCHOOL_STAGES),
    stages: choices(SCHOOL_STAGES),
    registration: reader(REGISTRATIONS),
    registrations: choices(REGISTRATIONS),
    audience: reader(PSEUDONYM_AUDIENCES),
    need: reader(NEEDS),
    needs: choices(NEEDS),
    area: ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
      i18n.locale === 'en' && nameEn !== '' ? nameEn : name,
  };
}
