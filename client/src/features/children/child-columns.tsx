import { Trans, useLingui } from '@lingui/react/macro';
import type { ChildrenQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { MatchedName } from '../../ui/name/MatchedName.js';
import type { Column } from '../../ui/table/DataTable.js';
import { useCodeWords } from '../readiness/index.js';
import { Company } from './Company.js';
import styles from './children.module.css';
import { priorityWords } from './priority-words.js';

export type ChildRow = ChildrenQuery['children']['edges'][number]['node'];

/** The columns of the list of children, in their order; some stand only once they are chosen. */
export function useChildColumns(): readonly Column<ChildRow>[] {
  const { t, i18n } = useLingui();
  const words = useCodeWords();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t`姓名和化名`,
      cell: ({ name, nameMatch, pseudonym }) => (
        <>
          <MatchedName name={name} match={nameMatch} />{' '}
          <span className={styles['pseudonym']}>{t`化名${pseudonym}`}</span>
        </>
      ),
    },
    { key: 'company', header: t`陪伴`, cell: (row) => <Company companionship={row.companionship} /> },
    {
      key: 'needs',
      header: t`希望有人一起`,
      cell: ({ needs }) => (needs.length > 0 ? format.list(needs.map(words.need)) : <Trans>还没有谈到</Trans>),
    },
    {
      key: 'languages',
      header: t`会说的话`,
      cell: ({ languages }) => format.list(languages.map(words.language)),
    },
    {
      key: 'since',
      header: t`登记的日子`,
      cell: ({ waitingSince }) => (waitingSince ? format.day(waitingSince) : <Trans>没有记下</Trans>),
    },
    { key: 'office', header: t`服务点`, off: true, cell: ({ office }) => office ?? <Trans>全机构</Trans> },
    { key: 'area', header: t`住的地方`, off: true, cell: ({ area }) => area ?? <Trans>没有记下</Trans> },
    {
      key: 'birth',
      header: t`生日`,
      off: true,
      cell: ({ birthDate }) => (birthDate ? format.day(birthDate) : <Trans>没有记下</Trans>),
    },
    {
      key: 'priority',
      header: t`什么时候好`,
      off: true,
      cell: ({ priority }) => (priority === undefined ? '' : i18n._(priorityWords(priority))),
    },
  ];
}
