import { Trans, useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS, wordsOf } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ChildActivitiesQuery, SignUpRefusal } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { OPT_OUT_CHILD, SIGN_UP_CHILD } from './child-activities.operations.js';
import styles from './child-activities.module.css';

type Listed = NonNullable<ChildActivitiesQuery['childActivities']>['list'][number];
interface Answer {
  readonly __typename: 'ChildActivities' | 'NotFound' | 'SignUpRefused';
  readonly why?: SignUpRefusal;
}

export interface ActivityCardProps {
  readonly activity: Listed;
  readonly reload: () => void;
}

/** One activity, in words that can be read out to a child, with the family's answer. */
export function ActivityCard({ activity, reload }: ActivityCardProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const refusals = useRefusals();
  const [signing, signUp] = useMutation(SIGN_UP_CHILD);
  const [leaving, optOut] = useMutation(OPT_OUT_CHILD);
  const [childSaidYes, setChildSaidYes] = useState(false);
  const [outsidersAgreed, setOutsidersAgreed] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { activityId, outsiders, signedUp, mayOptOut, refusal } = activity;
  const english = i18n.locale === 'en';
  const kind = wordsOf(ACTIVITY_KINDS, activity.kind);
  const theme = english && activity.themeEn ? activity.themeEn : activity.theme;
  const settle = (
    answer: Answer | undefined,
    error: Parameters<typeof RequestFault>[0]['error'],
    said: string,
  ): void => {
    if (!answer) return setProblem(<RequestFault error={error} />);
    if (answer.__typename === 'SignUpRefused') return setProblem(answer.why ? refusals[answer.why] : null);
    setProblem(answer.__typename === 'NotFound' ? t`这个活动已经不在了。` : null);
    if (answer.__typename === 'ChildActivities') toast({ message: said });
    reload();
  };
  const come = async (): Promise<void> => {
    const { data, error } = await signUp({ input: { activityId, childSaidYes, outsidersAgreed } });
    settle(data?.signUpChild, error, t`报好名了。孩子改变主意，随时可以不来。`);
  };
  const stay = async (): Promise<void> => {
    const { data, error } = await optOut({ input: { activityId } });
    setChildSaidYes(false);
    setOutsidersAgreed(false);
    settle(data?.optOutChild, error, t`好的，这次不来。`);
  };
  return (
    <Card>
      <div className={styles['card']}>
        <div className={styles['head']}>
          <h2>{theme}</h2>
          {signedUp ? (
            <StateBadge tone="good">
              <Trans>已经报名</Trans>
            </StateBadge>
          ) : null}
        </div>
        <p className={styles['when']}>
          {format.dayOfWeek(activity.onDate)} {format.minute(activity.startMinute)}–{format.minute(activity.endMinute)}
        </p>
        <p>
          {activity.venueName}
          {activity.venueAddress ? ` · ${activity.venueAddress}` : ''}
        </p>
        <p>
          {kind ? `${english ? kind.en : kind.zh} · ` : ''}
          {outsiders ? <Trans>会有外来的团队</Trans> : <Trans>没有外来的团队，只有工作人员和志愿者</Trans>}
        </p>
        {activity.taskGoal === '' ? null : (
          <p>
            <Trans>做什么：{activity.taskGoal}</Trans>
          </p>
        )}
        {activity.childrenPart === '' ? null : (
          <p>
            <Trans>孩子自己决定：{activity.childrenPart}</Trans>
          </p>
        )}
        {problem ? <div role="alert">{problem}</div> : null}
        {signedUp ? (
          mayOptOut ? (
            <Button variant="default" size="md" loading={leaving.fetching} onClick={() => void stay()}>
              <Trans>这次不来了</Trans>
            </Button>
          ) : null
        ) : refusal ? (
          <p className={styles['quiet']}>{refusals[refusal]}</p>
        ) : (
          <>
            <Checkbox
              label={t`我问过孩子，孩子自己想去`}
              checked={childSaidYes}
              onChange={(event) => setChildSaidYes(event.currentTarget.checked)}
            />
            {outsiders ? (
              <Checkbox
                label={t`我知道会有外来的团队，同意孩子和他们一起活动`}
                checked={outsidersAgreed}
                onChange={(event) => setOutsidersAgreed(event.currentTarget.checked)}
              />
            ) : null}
            <Button size="md" loading={signing.fetching} onClick={() => void come()}>
              <Trans>替孩子报名</Trans>
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}

function useRefusals(): Readonly<Record<SignUpRefusal, string>> {
  const { t } = useLingui();
  return {
    CHILD_NOT_ASKED: t`请先问问孩子想不想去，想去再报名。`,
    CONSENT_MISSING: t`会有外来的团队。您同意孩子和他们一起活动，才能报名。`,
    CHILD_SAID_NO: t`孩子告诉过我们这次不想去，我们听孩子的。孩子改主意了，请告诉社会工作者。`,
    CLOSED: t`这个活动已经不接受报名了。`,
    FULL: t`名额已经满了。有人退出时会空出来，也可以问问社会工作者别的活动。`,
    EXPOSURE: t`这个月孩子见外来团队的次数已经够了，让孩子歇一歇。下个月再来。`,
  };
}
