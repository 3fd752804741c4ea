import { Trans } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ProgrammeQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { freePlaces } from './finding-view.js';
import { ProgrammeForm } from './ProgrammeForm.js';
import { PROGRAMME } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

type Programme = NonNullable<ProgrammeQuery['programme']>;

/** One programme: what it is for, whom it asks for, and who is in it. */
export default function ProgrammePage() {
  const { id = '' } = useParams();
  const may = useMay();
  const words = useProgrammeWords();
  const [{ data, error }, load] = useQuery({ query: PROGRAMME, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const { programme } = data;
  if (!programme) return <NotFoundState home="/agency/programmes" />;
  return (
    <Page title={words.name(programme)} lead={programme.purpose ?? undefined}>
      <div className={styles['columns']}>
        <Section title={<Trans>面向哪些孩子</Trans>}>
          <Card>
            <Criteria programme={programme} />
          </Card>
          {may('programme.change') ? (
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>调整这个项目</Trans>
              </summary>
              <Card>
                <ProgrammeForm key={programme.version} programme={programme} saved={reload} />
              </Card>
            </details>
          ) : null}
        </Section>
        <Section title={<Trans>在里面的孩子</Trans>}>
          <Children programme={programme} />
        </Section>
      </div>
      <WhoSees permission="programme.read" />
    </Page>
  );
}

function Criteria({ programme }: { readonly programme: Programme }) {
  const words = useProgrammeWords();
  const { criteria } = programme;
  const stages = [...criteria.schoolStages, ...(criteria.allowOutOfSchool ? ['OUT_OF_SCHOOL'] : [])];
  const any = <Trans>不限</Trans>;
  const free = freePlaces(programme);
  const ages = words.ages(String(criteria.minAge ?? ''), String(criteria.maxAge ?? ''));
  return (
    <Facts>
      <Fact name={<Trans>层面和支持</Trans>}>
        {words.level(programme.level)} · {words.support(programme.support)}
      </Fact>
      <Fact name={<Trans>日子</Trans>}>{words.period(programme.startsOn, programme.endsOn)}</Fact>
      <Fact name={<Trans>名额</Trans>}>
        {free === undefined ? (
          any
        ) : (
          <Trans>
            {programme.places} 个，还有 {free} 个
          </Trans>
        )}
      </Fact>
      <Fact name={<Trans>年龄</Trans>}>{ages}</Fact>
      <Fact name={<Trans>学段</Trans>}>
        {criteria.schoolStages.length > 0 ? words.list([...new Set(stages)], words.stage) : any}
      </Fact>
      <Fact name={<Trans>户籍</Trans>}>
        {criteria.registrations.length > 0 ? words.list(criteria.registrations, words.registration) : any}
      </Fact>
      <Fact name={<Trans>孩子的情况</Trans>}>
        {criteria.categoriesAny.length > 0 ? words.list(criteria.categoriesAny, words.category) : any}
      </Fact>
    </Facts>
  );
}

function Children({ programme: { held, currentPlaces } }: { readonly programme: Programme }) {
  const shown = currentPlaces.flatMap(({ id, child }) => (child ? [{ id, child }] : []));
  const elsewhere = held - shown.length;
  if (held === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有孩子。给名额，在孩子的页面上。</Trans>
      </p>
    );
  }
  return (
    <Card>
      <ul className={styles['standing']}>
        {shown.map(({ id, child }) => (
          <li key={id}>
            <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>{child.name}</Link>
          </li>
        ))}
      </ul>
      {elsewhere > 0 ? (
        <p className={styles['quiet']}>
          <Trans>另有 {elsewhere} 个孩子在别的服务点。</Trans>
        </p>
      ) : null}
    </Card>
  );
}
