import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ANSWER_YEAR_PLACE, MY_COMPANY_YEAR } from './own-year.operations.js';
import styles from './company-year.module.css';
import { CatalogueLine, ClosedWishes, Ranked, Renewed } from './OwnYearParts.js';
import { YearNav } from './YearNav.js';
import { DesignForm } from './DesignForm.js';
import { useYearWords, type YearPlace } from './use-year-words.js';
import { WishForm } from './WishForm.js';

/** Next year with the agency: what is offered, what the company would like, and the days that it is asked for. */
export default function MyYearPage() {
  const { t } = useLingui();
  const { agency } = useViewer();
  const format = useFormat();
  const now = Number(agency.today.slice(0, 4));
  const year = Number(useParams()['year'] ?? now + 1);
  const [{ data, error }, load] = useQuery({
    query: MY_COMPANY_YEAR,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const found = data?.myCompanyYear;
  return (
    <Page
      title={t`${year} 年的合作`}
      lead={<Trans>先看机构想办什么，选出最想参加的，机构照着大家的意愿排日子。</Trans>}
    >
      <YearNav year={year} now={now} base="/company/year" />
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : !found || found.teams.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>这一年的目录还没有开放</Trans>}>
          <p>
            <Trans>{agency.name}开放目录以后，您可以在这里选。现在想商量，请打电话。</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          {found.teams.map((own) => (
            <div key={own.team.id} className={styles['stack']}>
              {own.places.length > 0 ? (
                <Section title={<Trans>{own.team.name}的日子</Trans>}>
                  <ul className={styles['list']}>
                    {own.places.map((place) => (
                      <li key={place.id}>
                        <MyPlace place={place} reload={reload} />
                      </li>
                    ))}
                  </ul>
                </Section>
              ) : null}
              <Section title={<Trans>{own.team.name}想参加的</Trans>}>
                <Card>
                  {found.stage === 'WISHING' ? (
                    <>
                      <p className={styles['quiet']}>
                        <Trans>{format.day(found.wishesUntil)}以前都可以改。只有机构看得到。</Trans>
                      </p>
                      <ClosedWishes year={found} own={own} />
                      <WishForm key={own.wish?.version ?? 0} year={found} own={own} saved={reload} />
                    </>
                  ) : own.wish && own.wish.wishes.length > 0 ? (
                    <>
                      <p className={styles['quiet']}>
                        {own.noDay && own.places.length === 0 ? (
                          <Trans>
                            想来的团队多，这一年没有排上，很抱歉。下一年你们优先；有空位的团队活动照样可以约。
                          </Trans>
                        ) : own.places.length > 0 ? (
                          <Trans>意愿已经截止，日子排好了。要改请打电话商量。</Trans>
                        ) : (
                          <Trans>意愿已经截止，机构正在排日子。要改请打电话商量。</Trans>
                        )}
                      </p>
                      <Ranked year={found} ids={own.wish.wishes} />
                    </>
                  ) : (
                    <p className={styles['quiet']}>
                      <Trans>意愿已经截止，这一年没有选。想来请打电话给{agency.name}。</Trans>
                    </p>
                  )}
                </Card>
              </Section>
              {own.renewal ? <Renewed own={own} /> : null}
            </div>
          ))}
          <Section title={<Trans>这一年的目录</Trans>}>
            <ul className={styles['list']}>
              {found.entries.map((entry) => (
                <li key={entry.id}>
                  <CatalogueLine entry={entry} />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}

function MyPlace({ place, reload }: { readonly place: YearPlace; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useYearWords();
  const format = useFormat();
  const [{ fetching }, answer] = useMutation(ANSWER_YEAR_PLACE);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const { word, tone } = words.standing(place);
  const theme = words.theme(place);
  const say = async (accept: boolean): Promise<void> => {
    setProblem(null);
    const { data, error } = await answer({ input: { visitId: place.id, version: place.version, accept, reason } });
    const outcome = data?.answerYearPlace;
    setDeclining(false);
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYearVisit':
        toast({ message: accept ? t`记下了，期待你们来。` : t`记下了，谢谢您早点告诉我们。` });
        return reload();
      case 'YearDayTaken':
        setProblem(
          outcome.free === null ? (
            <Trans>没有约成：这一天现在约不了。安排还给您留着，请打电话给机构商量。</Trans>
          ) : (
            <Trans>没有约成：别的团队先约了，只剩 {outcome.free} 个名额。安排还给您留着，请打电话给机构商量。</Trans>
          ),
        );
        return;
      case 'InvalidInput':
        return setProblem(<Trans>请写一句为什么来不了，机构好另外安排。</Trans>);
      default:
        setProblem(<Trans>情况变了，已经换成最新的内容，请再看一看。</Trans>);
        reload();
    }
  };
  return (
    <Card tone={place.state === 'TOLD' ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h3>
          {format.dayOfWeek(place.day)} · {theme}
        </h3>
        <StateBadge tone={tone}>{place.state === 'TOLD' ? t`等您答复` : word}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        <Trans>{place.people} 个人</Trans>
        {place.wishRank > 0 ? (
          <>
            {' · '}
            <Trans>您的第 {place.wishRank} 志愿</Trans>
          </>
        ) : null}
      </p>
      {place.reason ? (
        <p>
          <Trans>您说的原因：{place.reason}</Trans>
        </p>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      {place.state === 'TOLD' ? (
        <div className={styles['buttons']}>
          <Button loading={fetching} onClick={() => void say(true)}>
            <Trans>我们来</Trans>
          </Button>
          <Button variant="default" onClick={() => setDeclining(true)}>
            <Trans>我们来不了</Trans>
          </Button>
        </div>
      ) : null}
      {place.bookingId ? (
        <LinkButton variant="default" to={`/company/bookings/${place.bookingId}/roster`}>
          <Trans>请同事报名</Trans>
        </LinkButton>
      ) : null}
      {place.toDesign && !place.activityId ? (
        <>
          <p className={styles['quiet']}>
            {place.deskYes ? <Trans>机构同意了现在的写法。</Trans> : <Trans>机构还没有同意现在的写法。</Trans>}
          </p>
          <DesignForm key={place.version} place={place} side="team" saved={reload} />
        </>
      ) : null}
      <ConfirmDialog
        opened={declining}
        close={() => setDeclining(false)}
        title={t`我们来不了`}
        confirmLabel={<Trans>告诉机构</Trans>}
        onConfirm={() => say(false)}
        busy={fetching}
      >
        <Textarea
          label={t`为什么来不了`}
          maxLength={300}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </ConfirmDialog>
    </Card>
  );
}
