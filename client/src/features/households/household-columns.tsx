import { Trans, useLingui } from '@lingui/react/macro';
import type { HouseholdsQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import type { Column } from '../../ui/table/DataTable.js';
import { householdNumber, isOpen } from './family-view.js';
import { useFamilyWords } from './use-family-words.js';

export type HouseholdRow = HouseholdsQuery['households']['edges'][number]['node'];

/** The columns of the list of families, in their order; some stand only once they are chosen. */
export function useHouseholdColumns(): readonly Column<HouseholdRow>[] {
  const { t } = useLingui();
  const words = useFamilyWords();
  const format = useFormat();
  const none = <Trans>还没有写下</Trans>;
  return [
    { key: 'number', header: t`家庭`, cell: ({ number }) => t`家庭 ${householdNumber(number)}` },
    {
      key: 'children',
      header: t`孩子`,
      cell: ({ members }) => {
        const children = members.filter((member) => isOpen(member) && member.childId);
        return children.length > 0 ? format.list(children.map(({ name }) => name)) : none;
      },
    },
    {
      key: 'carer',
      header: t`平时照护孩子的人`,
      cell: ({ members }) => members.find((member) => isOpen(member) && member.isCaregiver)?.name ?? none,
    },
    { key: 'area', header: t`住的地方`, cell: ({ addresses }) => addresses.find(isOpen)?.area ?? none },
    {
      key: 'needs',
      header: t`希望有人一起想办法的事`,
      cell: ({ needs }) => {
        const open = needs.filter(isOpen).sort((a, b) => b.priority - a.priority);
        return open.length > 0 ? format.list(open.map(({ domain }) => words.domain(domain))) : none;
      },
    },
    {
      key: 'form',
      header: t`家庭形式`,
      off: true,
      cell: ({ familyForm }) => (familyForm ? words.form(familyForm) : none),
    },
    { key: 'size', header: t`家里几口人`, off: true, cell: ({ size }) => size ?? none },
    { key: 'origin', header: t`老家`, off: true, cell: ({ originProvince }) => originProvince ?? none },
  ];
}
