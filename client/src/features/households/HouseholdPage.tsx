import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { WhoHasSeen } from '../file-access/index.js';
import { FamilyFacts } from './FamilyFacts.js';
import { FamilyHome } from './FamilyHome.js';
import { FamilyNeeds } from './FamilyNeeds.js';
import { FamilyPeople } from './FamilyPeople.js';
import { FamilyStory } from './FamilyStory.js';
import { householdNumber, membersNow, type Family } from './family-view.js';
import { FAMILY, HOUSEHOLD } from './households.operations.js';
import styles from './households.module.css';
import { useFamilyWords } from './use-family-words.js';

/** A family: who lives together and who looks after the children, what happened, what they wish for. */
export default function HouseholdPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: HOUSEHOLD, variables: { id } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const family = readFragment(FAMILY, data.household);
  if (!family) return <NotFoundState home="/agency/households" />;
  const number = householdNumber(family.number);
  const part = { family, reload };
  return (
    <Page title={t`家庭 ${number}`} lead={<Together family={family} />}>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <FamilyPeople {...part} />
          <FamilyStory {...part} />
        </div>
        <div className={styles['column']}>
          <FamilyNeeds {...part} />
          <FamilyHome {...part} areas={data.areaChoices} />
          <FamilyFacts {...part} />
        </div>
      </div>
      <WhoSees permission="household.read" />
      <WhoHasSeen subjectId={family.id} />
    </Page>
  );
}

/** One sentence about people, before any field. */
function Together({ family }: { readonly family: Family }) {
  const format = useFormat();
  const words = useFamilyWords();
  const { children, adults } = membersNow(family.members);
  const names = format.list(children.map(({ name }) => name));
  const carer = adults.find(({ isCaregiver }) => isCaregiver);
  if (children.length === 0) return <Trans>现在没有孩子住在这里；以前的日子都还在下面。</Trans>;
  if (!carer) return <Trans>{names}住在这里；平时由谁照护，还没有写下。</Trans>;
  const relation = words.relation(carer.relation);
  const { name } = carer;
  return (
    <Trans>
      {names}住在这里，平时由{relation}
      {name}照护。
    </Trans>
  );
}
