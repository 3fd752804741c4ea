import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { CheckIn_RefusedFragment, OwnDay_PartsFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { OwnSteps } from '../my-service/index.js';
import { CHECK_IN, CHECK_OUT, MY_DAY, OWN_DAY_PARTS, REFUSED_PARTS } from './day.operations.js';
import { ARRIVAL, REFUSED } from './day-words.js';
import styles from './day.module.css';

type Own = OwnDay_PartsFragment;
type OwnActivity = Own['today'][number];

/** A volunteer's day on the phone: the code of the door, whether they are in, and the hours they gave. */
export default function CheckInPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_DAY, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const own = data && readFragment(OWN_DAY_PARTS, data.myDay);
  if (error && !own) return <ErrorState error={error} retry={reload} />;
  if (!own) return <LoadingState lines={5} />;
  return (
    <Page title={t`今天的活动`} width="narrow" lead={<Trans>到了门口，扫一扫或输入六个数字；离开时再按一下。</Trans>}>
      {own.today.map((activity) => (
        <Today key={activity.activityId} activity={activity} reload={reload} />
      ))}
      <CodeForm reload={reload} />
      <Hours hours={own.hours} />
    </Page>
  );
}

function useTheme() {
  const { i18n } = useLingui();
  return ({ theme, themeEn }: { readonly theme: string; readonly themeEn?: string | null | undefined }): string =>
    i18n.locale === 'en' && themeEn ? themeEn : theme;
}

function Today({ activity, reload }: { readonly activity: OwnActivity; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const theme = useTheme();
  const [{ fetching }, checkOut] = useMutation(CHECK_OUT);
  const { checkIn } = activity;
  const inside = checkIn && checkIn.arrival !== 'REFUSED' && checkIn.outMinute == null;
  const leave = async (): Promise<void> => {
    const { data } = await checkOut({ input: { activityId: activity.activityId } });
    if (data?.outcome.__typename === 'OwnDay') toast({ message: t`签离了，谢谢您来。` });
    else toast({ tone: 'danger', message: t`没有成功，请看看网络，再试一次。` });
    reload();
  };
  return (
    <Card tone={inside ? 'good' : 'waiting'}>
      <div className={styles['head']}>
        <strong>{theme(activity)}</strong>
        {checkIn?.outMinute != null ? (
          <StateBadge tone="quiet">
            <Trans>离开了</Trans>
          </StateBadge>
        ) : checkIn ? (
          <StateBadge tone={ARRIVAL[checkIn.arrival].tone}>{i18n._(ARRIVAL[checkIn.arrival].word)}</StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>还没签到</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {format.minute(activity.startMinute)}–{format.minute(activity.endMinute)} · {activity.venueName}
      </p>
      {inside ? (
        <Button size="md" variant="default" loading={fetching} onClick={() => void leave()}>
          <Trans>我离开了</Trans>
        </Button>
      ) : null}
    </Card>
  );
}

function CodeForm({ reload }: { readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [params] = useSearchParams();
  const [{ fetching }, checkIn] = useMutation(CHECK_IN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [refusal, setRefusal] = useState<CheckIn_RefusedFragment>();
  const scanned = (params.get('code') ?? '').replaceAll(/\D/g, '').slice(0, 6);
  const form = useKeptForm<{ code: string }>({ draft: 'check-in', defaultValues: { code: scanned }, secret: ['code'] });
  const submit = form.handleSubmit(async ({ code }) => {
    setProblem(null);
    setRefusal(undefined);
    const digits = code.replaceAll(/\D/g, '');
    if (digits.length !== 6) return form.setError('code', { message: t`请输入六个数字。` });
    const { data, error } = await checkIn({ input: { code: digits } });
    const outcome = data?.outcome;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    switch (outcome.__typename) {
      case 'OwnDay':
        form.reset({ code: '' });
        toast({ message: t`签到好了，谢谢您来。` });
        return reload();
      case 'CheckInRefused':
        setRefusal(readFragment(REFUSED_PARTS, outcome));
        return reload();
      case 'TooManyAttempts':
        return setProblem(<Trans>试了太多次。请过一会儿再试，或请门口的同事在名单上签到。</Trans>);
      default:
        return setProblem(<Trans>没有成功。请门口的同事在名单上签到。</Trans>);
    }
  });
  return (
    <div className={styles['stack']}>
      {refusal ? <NotIn refusal={refusal} /> : null}
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>我到了</Trans>}
        busy={fetching}
        problem={problem}
      >
        <TextInput
          label={t`签到码`}
          description={t`看门口屏幕上的六个数字。`}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          maxLength={8}
          error={form.formState.errors.code?.message}
          {...form.register('code')}
        />
      </Form>
    </div>
  );
}

function NotIn({ refusal }: { readonly refusal: CheckIn_RefusedFragment }) {
  const { t, i18n } = useLingui();
  const open = refusal.findings.filter(({ outcome }) => !['VALID', 'EXEMPT', 'RENEWAL_DUE'].includes(outcome));
  return (
    <div className={styles['stack']}>
      <RefusalPanel
        what={t`没有签到`}
        why={i18n._(REFUSED[refusal.why].why)}
        now={i18n._(REFUSED[refusal.why].now)}
        ask={t`门口的同事。`}
        actions={
          refusal.why === 'NOT_READY' ? (
            <Link to="/volunteer">
              <Trans>看我还差哪几步</Trans>
            </Link>
          ) : null
        }
      />
      {open.length > 0 ? <OwnSteps findings={open} /> : null}
    </div>
  );
}

function Hours({ hours }: { readonly hours: Own['hours'] }) {
  const format = useFormat();
  const theme = useTheme();
  const total = hours.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Section title={<Trans>我的服务时间</Trans>}>
      {hours.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有服务时间</Trans>}>
          <Trans>签到又签离以后，时间会自己记在这里。</Trans>
        </EmptyState>
      ) : (
        <>
          <p className={styles['sum']}>
            <Trans>
              一共 <Length minutes={total} />
            </Trans>
          </p>
          <ul className={styles['list']}>
            {hours.map((line) => (
              <li key={`${line.onDate} ${line.theme}`} className={styles['hours']}>
                <span>
                  {theme(line)}
                  <br />
                  <span className={styles['quiet']}>{format.day(line.onDate)}</span>
                </span>
                <span>
                  <Length minutes={line.minutes} />
                  {line.state === 'RECORDED' ? (
                    <span className={styles['quiet']}>
                      {' · '}
                      <Trans>等机构确认</Trans>
                    </span>
                  ) : null}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Length({ minutes }: { readonly minutes: number }) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return (
    <>
      {hours > 0 ? <Plural value={hours} other="# 小时" /> : null}
      {hours > 0 && rest > 0 ? ' ' : null}
      {rest > 0 || hours === 0 ? <Plural value={rest} other="# 分钟" /> : null}
    </>
  );
}
