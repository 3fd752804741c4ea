import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import type { RosterKind } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { fieldWords } from './cell-words.js';
import { FIELDS_OF } from './roster-codes.js';
import type { PreviewState } from './use-preview.js';
import styles from './import.module.css';

/** Which column is what: guessed first, each one to be said otherwise. Open where a guess is missing. */
export function ColumnsMap({ kind, preview }: { readonly kind: RosterKind; readonly preview: PreviewState }) {
  const { t, i18n } = useLingui();
  const { columns, fields, name } = preview;
  if (!columns) return null;
  const unread = fields.filter((field) => field === '').length;
  const choices = [
    { value: '', label: t`没有用到` },
    ...FIELDS_OF[kind].map((field) => {
      const words = fieldWords(field);
      return { value: field, label: words ? i18n._(words) : field };
    }),
  ];
  return (
    <details className={styles['map']} open={columns.some(({ field }) => field === null)}>
      <summary>
        <Trans>各列是什么</Trans>{' '}
        <span className={styles['quiet']}>
          <Plural value={columns.length} other="共 # 列，" />
          <Plural value={unread} _0="都认出来了" other="# 列没有用到" />
        </span>
      </summary>
      <p className={styles['quiet']}>
        <Trans>认错了的可以在这里改。没有用到的列不会保存。</Trans>
      </p>
      <ul>
        {columns.map(({ header, samples }, at) => {
          const title = header === '' ? t`第 ${at + 1} 列，没有表头` : header;
          return (
            // Two columns may bear the same header: the place in the file tells them apart.
            <li key={`${at}-${header}`}>
              <NativeSelect
                label={title}
                description={
                  samples.length > 0 ? (
                    <span lang={dataLang(samples[0] ?? '')}>{samples.join(' · ')}</span>
                  ) : (
                    t`（空着）`
                  )
                }
                data={choices}
                value={fields[at] ?? ''}
                onChange={({ currentTarget: { value } }) => name(at, value)}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
