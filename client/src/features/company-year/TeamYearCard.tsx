import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { YearRenewal } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { yuanOf } from '../activities/index.js';
import { DECIDE_YEAR_PLACE, END_YEAR_PLACE, PLAN_YEAR_PLACE, RENEW_COMPANY } from './company-year.operations.js';
import styles from './company-year.module.css';
import { DesignForm } from './DesignForm.js';
import { MoveDialog } from './MoveDialog.js';
import { useYearWords, type DeskYear, type YearPlace } from './use-year-words.js';

export type DeskTeam = DeskYear['teams'][number];
interface Shown {
  readonly year: DeskYear;
  readonly own: DeskTeam;
  readonly reload: () => void;
}

/** One company: what it wished, what it has and why, and what a worker changes by hand. */
export function TeamYearCard({ year, own, reload }: Shown) {
  const { t } = useLingui();
  const may = useMay();
  const words = useYearWords();
  const format = useFormat();
  const [moving, setMoving] = useState<YearPlace | 'new'>();
  const { team, wish, places, outcomes, yearsWithout } = own;
  const told = places.some(({ state }) => state !== 'PROPOSED');
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{team.name}</h3>
        {yearsWithout > 0 ? (
          <StateBadge tone="waiting">
            <Trans>已经 {yearsWithout} 年没有排上，这次优先</Trans>
          </StateBadge>
        ) : null}
      </div>
      {wish ? (
        <p className={styles['quiet']}>
          <Trans>{wish.people} 个人</Trans> · <Trans>最多 {wish.mostDays} 天</Trans> ·{' '}
          {wish.budget ? <Trans>预算 {yuanOf(wish.budget)} 元</Trans> : <Trans>没有说预算</Trans>} ·{' '}
          {wish.tasks === 'WITH_CHILDREN' ? <Trans>和孩子一起</Trans> : <Trans>不接触孩子</Trans>} ·{' '}
          {wish.months.length === 0 ? <Trans>哪个月都可以</Trans> : format.list(wish.months.map(words.month))}
        </p>
      ) : (
        <p className={styles['quiet']}>
          <Trans>还没有选。</Trans>
        </p>
      )}
      {places.length > 0 ? (
        <ul className={styles['days']}>
          {places.map((place) => (
            <li key={place.id}>
              <DeskPlace year={year} place={place} reload={reload} move={() => setMoving(place)} />
            </li>
          ))}
        </ul>
      ) : null}
      {outcomes.length > 0 ? (
        <ol>
          {outcomes.map((outcome) => (
            <li key={outcome.theme}>
              {words.theme(outcome)}
              {outcome.given ? (
                <>
                  {' '}
                  <Trans>（排上了）</Trans>
                </>
              ) : outcome.reasons.length > 0 ? (
                `：${outcome.reasons.map(words.reason).join('；')}`
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {may('companyYear.plan') && year.stage === 'CLOSED' && wish && year.run ? (
        <div className={styles['buttons']} data-print="no">
          <Button variant="default" aria-label={t`给${team.name}加一天`} onClick={() => setMoving('new')}>
            <Trans>加一天</Trans>
          </Button>
        </div>
      ) : null}
      {told || own.renewal ? <Renewal year={year} own={own} reload={reload} /> : null}
      <FormDialog
        opened={moving !== undefined}
        close={() => setMoving(undefined)}
        title={moving === 'new' ? t`给${team.name}加一天` : t`把${team.name}换到……`}
      >
        <MoveDialog
          year={year}
          own={own}
          visitId={moving === 'new' || moving === undefined ? undefined : moving.id}
          close={() => setMoving(undefined)}
          reload={reload}
        />
      </FormDialog>
    </Card>
  );
}

function DeskPlace({
  year,
  place,
  reload,
  move,
}: {
  readonly year: DeskYear;
  readonly place: YearPlace;
  readonly reload: () => void;
  readonly move: () => void;
}) {
  const { t } = useLingui();
  const may = useMay();
  const words = useYearWords();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching: deciding }, decide] = useMutation(DECIDE_YEAR_PLACE);
  const [{ fetching: ending }, end] = useMutation(END_YEAR_PLACE);
  const [{ fetching: planning }, plan] = useMutation(PLAN_YEAR_PLACE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { word, tone } = words.standing(place);
  const name = `${format.day(place.day)} ${words.theme(place)}`;
  const done = (typename: string | undefined, message: string, error: Parameters<typeof RequestFault>[0]['error']) => {
    if (typename === 'CompanyYearVisit' || typename === 'CompanyYearRun') toast({ message });
    else if (typename === undefined) setProblem(<RequestFault error={error} />);
    else setProblem(<Trans>没有改成：情况变了，已经换成最新的内容。</Trans>);
    reload();
  };
  return (
    <>
      <div className={styles['head']}>
        <span>
          <strong>{format.dayOfWeek(place.day)}</strong> · {words.theme(place)} ·{' '}
          {place.wishRank > 0 ? <Trans>第 {place.wishRank} 志愿</Trans> : <Trans>没有选过</Trans>}
        </span>
        <StateBadge tone={tone}>{word}</StateBadge>
      </div>
      {place.reason ? (
        <p>
          <Trans>企业说：{place.reason}</Trans>
        </p>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      {may('companyYear.plan') ? (
        <div className={styles['buttons']} data-print="no">
          {place.state === 'PROPOSED' ? (
            <>
              <Button variant="default" aria-label={t`把${name}换到……`} onClick={move}>
                <Trans>换到……</Trans>
              </Button>
              <Button
                variant="subtle"
                loading={deciding}
                aria-label={place.decided ? t`放开${name}` : t`定下${name}`}
                onClick={() => {
                  void decide({ input: { visitId: place.id, decided: !place.decided } }).then(({ data, error }) =>
                    done(data?.decideYearPlace.__typename, place.decided ? t`放开了。` : t`定下了。`, error),
                  );
                }}
              >
                {place.decided ? <Trans>放开</Trans> : <Trans>定下</Trans>}
              </Button>
            </>
          ) : null}
          {place.state === 'PROPOSED' || place.state === 'TOLD' ? (
            <Button
              variant="subtle"
              loading={ending}
              aria-label={t`撤下${name}`}
              onClick={() => {
                const input = { companyYearId: year.id, visitId: place.id };
                void end({ input }).then(({ data, error }) =>
                  done(data?.endYearPlace.__typename, t`撤下了，别的企业也重新排过了。`, error),
                );
              }}
            >
              <Trans>撤下</Trans>
            </Button>
          ) : null}
          {place.activityId ? (
            <LinkButton variant="default" to={`/agency/activities/${place.activityId}`}>
              <Trans>看活动计划</Trans>
            </LinkButton>
          ) : place.teamYes && place.deskYes ? (
            <Button
              loading={planning}
              onClick={() => {
                void plan({ input: { visitId: place.id } }).then(({ data, error }) =>
                  done(data?.planYearPlace.__typename, t`活动计划的草稿写好了。`, error),
                );
              }}
            >
              <Trans>写成活动计划</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
      {place.toDesign && !place.activityId && may('companyYear.plan') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            {place.teamYes ? <Trans>企业同意了，看一起设计的内容</Trans> : <Trans>一起设计这一天</Trans>}
          </summary>
          <DesignForm key={place.version} place={place} side="desk" saved={reload} />
        </details>
      ) : null}
    </>
  );
}

function Renewal({ year, own, reload }: Shown) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const format = useFormat();
  const [{ fetching }, renew] = useMutation(RENEW_COMPANY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ answer: YearRenewal; reason: string }>({
    draft: `renewal.${year.id}.${own.team.id}`,
    defaultValues: { answer: own.renewal ?? 'RENEWED', reason: '' },
  });
  const submit = form.handleSubmit(async ({ answer, reason }) => {
    setProblem(null);
    const { data, error } = await renew({
      input: { companyYearId: year.id, teamId: own.team.id, answer, reason },
    });
    const outcome = data?.renewCompany;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'InvalidInput') {
      return form.setError('reason', { message: t`不再来的，请写一句为什么，300 字以内。` });
    }
    form.forget();
    form.reset({ answer, reason: '' });
    toast({ message: t`记下了，以前说的也还在。` });
    reload();
  });
  return (
    <>
      {own.renewal ? (
        <p>
          {own.renewal === 'RENEWED' ? <Trans>明年还来</Trans> : <Trans>明年不来了</Trans>}
          {own.renewalAt ? ` · ${format.dayOf(own.renewalAt)}` : null}
          {own.renewalReason ? ` · ${own.renewalReason}` : null}
        </p>
      ) : null}
      {may('companyYear.plan') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>记下{own.team.name}明年还来不来</Trans>
          </summary>
          <Form
            onSubmit={(event) => void submit(event)}
            submitLabel={<Trans>记下</Trans>}
            busy={fetching}
            problem={problem}
          >
            <NativeSelect
              label={t`明年`}
              data={[
                { value: 'RENEWED', label: t`还来` },
                { value: 'LAPSED', label: t`不来了` },
              ]}
              {...form.register('answer')}
            />
            <Textarea
              label={t`原因`}
              description={t`企业也看得到。`}
              maxLength={300}
              error={form.formState.errors.reason?.message}
              {...form.register('reason')}
            />
          </Form>
        </details>
      ) : null}
    </>
  );
}
