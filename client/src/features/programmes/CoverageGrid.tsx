import { Trans, useLingui } from '@lingui/react/macro';
import { SERVICE_LEVELS, SUPPORT_KINDS } from '@tongxing/shared/rules';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { ChildSupportQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CHILD_SUPPORT } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

type Cell = NonNullable<ChildSupportQuery['child']>['coverage'][number];
type Item = Cell['standing'][number];

/** What stands beside a child, by level and kind of support; an open field is an invitation, never a lack (P13). */
export function CoverageGrid({ childId }: { readonly childId: string }) {
  const [{ data, error }, load] = useQuery({ query: CHILD_SUPPORT, variables: { id: childId } });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={3} />;
  if (!data.child) return null;
  return (
    <Section
      title={<Trans>孩子身边的支持</Trans>}
      lead={<Trans>从孩子到社会，有实在的帮助，也有陪伴和鼓励。空着的地方，是可以一起想想的地方。</Trans>}
    >
      <Grid cells={data.child.coverage} />
    </Section>
  );
}

function Grid({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useLingui();
  const words = useProgrammeWords();
  const at = (level: string, support: string) =>
    cells.find((cell) => cell.level === level && cell.support === support)?.standing ?? [];
  return (
    <table className={styles['grid']}>
      <caption className={styles['hidden']}>{t`孩子身边的支持：四个层面，两种支持`}</caption>
      <thead>
        <tr>
          <td />
          {SUPPORT_KINDS.map(({ code }) => (
            <th key={code} scope="col">
              {words.support(code)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SERVICE_LEVELS.map(({ code: level }) => (
          <tr key={level}>
            <th scope="row">{words.level(level)}</th>
            {SUPPORT_KINDS.map(({ code: support }) => {
              const standing = at(level, support);
              return (
                <td key={support} data-open={standing.length === 0}>
                  {standing.length === 0 ? (
                    <span className={styles['open']}>
                      <Trans>还可以一起想想</Trans>
                    </span>
                  ) : (
                    <ul className={styles['standing']}>
                      {standing.map((item) => (
                        <li key={item.subjectId}>
                          <Standing item={item} />
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ item }: { readonly item: Item }) {
  const words = useProgrammeWords();
  const format = useFormat();
  const id = encodeURIComponent(item.subjectId);
  const since = item.since ? format.day(item.since) : '';
  const named = { name: item.name ?? '', nameEn: item.nameEn };
  return (
    <>
      {item.kind === 'COMPANIONSHIP' ? (
        <Link to={`/agency/companionships/${id}`}>
          <Trans>一对一成长陪伴</Trans>
        </Link>
      ) : (
        <Link to={`/agency/programmes/${id}`} lang={words.nameLang(named)}>
          {words.name(named)}
        </Link>
      )}
      {item.since ? (
        <span className={styles['quiet']}>
          <Trans>{since}起</Trans>
        </span>
      ) : null}
    </>
  );
}
