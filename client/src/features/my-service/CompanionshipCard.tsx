import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LANGUAGES, NEEDS, wordsOf, type Code } from '@tongxing/shared/rules';
import { lazy, Suspense, type ReactNode } from 'react';
import type { CompanionshipState } from '../../gql/graphql.js';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { RaiseConcern, Receipt } from '../concerns/index.js';
import { Before } from './Before.js';
import { ConductRules } from './ConductRules.js';
import { MY_STATE, stageWords } from './my-words.js';
import styles from './my-service.module.css';
import { PastContacts } from './PastContacts.js';
import { StandingIn } from './StandingIn.js';
import { WalkOn } from './WalkOn.js';

// Only the few with a question to answer load its form.
const AnswerForm = lazy(() => import('./AnswerForm.js'));

export const COMPANIONSHIP_CARD = graphql(`
  fragment CompanionshipCard_mine on MyCompanionship {
    id
    state
    child {
      pseudonym
      stage
      languages
      interests
    }
    startsOn
    goal
    processGoal
    nextContactOn
    contacts {
      id
      kind
      happenedOn
      note
    }
    nextSteps {
      id
      text
      dueOn
      doneAt
    }
    handedOn {
      chosen
      taskGoal
      processGoal
      meetingPlace
      contactsPerMonth
      steps {
        id
        text
      }
      notes {
        id
        happenedOn
        note
      }
    }
    cover {
      from
      until
      end
    }
    coversName
    coveredUntil
    concerns {
      raisedAt
      dueAt
      seen
      workerName
      workerPhone
      agencyPhone
    }
    meetingPlace
    contactsPerMonth
    workerName
    workerPhone
    conductAcceptedOn
    commonTimes {
      weekday
      startMinute
      endMinute
    }
    version
  }
`);

/** From the family's yes to the last day, and while the pair rests: who walks with a child has the rules at hand (H25). */
const SHOWS_RULES: ReadonlySet<CompanionshipState> = new Set(['FAMILY_CONSENTED', 'ACTIVE', 'PAUSED']);

export interface CompanionshipCardProps {
  readonly mine: FragmentType<typeof COMPANIONSHIP_CARD>;
  readonly reload: () => void;
}

/** One companionship as the volunteer may see it: a pseudonym once the family agreed, and nothing of the file. */
export function CompanionshipCard({ mine: masked, reload }: CompanionshipCardProps) {
  const mine = readFragment(COMPANIONSHIP_CARD, masked);
  const { i18n } = useLingui();
  const format = useFormat();
  const state = MY_STATE[mine.state];
  const stage = mine.child?.stage ? stageWords(mine.child.stage) : undefined;
  const times = mine.commonTimes.map(format.weeklyTime);
  // A code that this page does not know is left out: a code never stands for a word.
  const inWords = (table: readonly Code[], codes: readonly string[] = []): readonly string[] =>
    codes.flatMap((code) => wordsOf(table, code)?.[i18n.locale === 'en' ? 'en' : 'zh'] ?? []);
  const languages = inWords(LANGUAGES, mine.child?.languages);
  const interests = inWords(NEEDS, mine.child?.interests);
  return (
    <Card tone={mine.state === 'ACCEPTED' ? 'waiting' : undefined}>
      <div className={styles['stepHead']}>
        <h2>{mine.child ? mine.child.pseudonym : <Trans>一位孩子</Trans>}</h2>
        <StateBadge tone={state.tone}>{i18n._(state.word)}</StateBadge>
      </div>
      <p>{i18n._(state.next)}</p>
      <StandingIn {...mine} />
      <dl className={styles['facts']}>
        {stage ? <Fact name={<Trans>年龄段</Trans>}>{i18n._(stage)}</Fact> : null}
        {languages.length > 0 ? <Fact name={<Trans>说的话</Trans>}>{format.list(languages)}</Fact> : null}
        {interests.length > 0 ? <Fact name={<Trans>希望有人一起</Trans>}>{format.list(interests)}</Fact> : null}
        {mine.startsOn ? <Fact name={<Trans>开始</Trans>}>{format.day(mine.startsOn)}</Fact> : null}
        {mine.goal ? <Fact name={<Trans>一起要做的</Trans>}>{mine.goal}</Fact> : null}
        {mine.processGoal ? <Fact name={<Trans>慢慢长出来的</Trans>}>{mine.processGoal}</Fact> : null}
        {mine.meetingPlace ? <Fact name={<Trans>见面地点</Trans>}>{mine.meetingPlace}</Fact> : null}
        {mine.contactsPerMonth ? (
          <Fact name={<Trans>见面次数</Trans>}>
            <Plural value={mine.contactsPerMonth} other="每月 # 次" />
          </Fact>
        ) : null}
        {times.length > 0 ? <Fact name={<Trans>双方都有空</Trans>}>{format.list(times)}</Fact> : null}
        <Fact name={<Trans>社会工作者</Trans>}>
          {mine.workerName}
          {mine.workerPhone ? (
            <>
              {' '}
              <a href={`tel:${mine.workerPhone}`}>{mine.workerPhone}</a>
            </>
          ) : null}
        </Fact>
      </dl>
      {mine.state === 'ACCEPTED' ? (
        <Suspense fallback={<LoadingState lines={2} />}>
          <AnswerForm companionshipId={mine.id} version={mine.version} reload={reload} />
        </Suspense>
      ) : null}
      {mine.state === 'ACTIVE' && mine.child ? <WalkOn {...mine} companionshipId={mine.id} reload={reload} /> : null}
      {mine.handedOn ? <Before before={mine.handedOn} standsIn={Boolean(mine.cover)} /> : null}
      {mine.state === 'PAUSED' ? <PastContacts contacts={mine.contacts} /> : null}
      {SHOWS_RULES.has(mine.state) ? (
        <details className={styles['rules']}>
          <summary>
            <Trans>见面时的约定</Trans>
          </summary>
          <ConductRules />
        </details>
      ) : null}
      {mine.concerns.map((receipt) => (
        <Receipt key={receipt.raisedAt} receipt={receipt} />
      ))}
      {mine.state === 'ACCEPTED' || mine.state === 'VOLUNTEER_DECLINED' ? null : (
        <RaiseConcern companionshipId={mine.id} />
      )}
    </Card>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
