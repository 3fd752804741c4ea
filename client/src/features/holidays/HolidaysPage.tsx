import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { HolidayTableQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { BringIn } from './BringIn.js';
import { HOLIDAY_TABLE, UNMARK_HOLIDAY } from './holidays.operations.js';
import { MarkForm } from './MarkForm.js';
import styles from './holidays.module.css';

type Table = HolidayTableQuery['holidayTable'];
type Day = Table['days'][number];

/** Days off of a year and the weekend days worked instead: deadlines in working days are counted by them. */
export default function HolidaysPage() {
  const { t } = useLingui();
  const may = useMay();
  const [address, setAddress] = useSearchParams();
  const thisYear = Number(useViewer().agency.today.slice(0, 4));
  const year = yearOf(address.get('year'), thisYear);
  const [{ data, error, stale }, load] = useQuery({ query: HOLIDAY_TABLE, variables: { year } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const table = data?.holidayTable.year === year || !stale ? data?.holidayTable : undefined;
  return (
    <Page
      title={t`节假日`}
      lead={<Trans>按工作日算的期限、跳过节假日的系列活动，都看这张表。机构自己标的日子优先。</Trans>}
      actions={
        <LinkButton to="/agency/settings" variant="default">
          <Trans>机构设置</Trans>
        </LinkButton>
      }
    >
      <div className={styles['years']} role="group" aria-label={t`哪一年`}>
        {[thisYear, thisYear + 1, thisYear + 2].map((one) => (
          <Button
            key={one}
            variant={one === year ? 'filled' : 'default'}
            aria-pressed={one === year}
            onClick={() => setAddress({ year: String(one) })}
          >
            <Trans>{one} 年</Trans>
          </Button>
        ))}
      </div>
      {error && !table ? (
        <ErrorState error={error} retry={reload} />
      ) : !table ? (
        <LoadingState lines={8} />
      ) : (
        <>
          <Announced table={table} />
          <Days table={table} reload={reload} />
        </>
      )}
      {may('setting.change') ? (
        <div className={styles['columns']} data-print="no">
          <Section title={<Trans>导入一年的安排</Trans>}>
            <Card>
              <BringIn key={year} year={year} saved={reload} />
            </Card>
          </Section>
          <Section title={<Trans>标一个日子</Trans>}>
            <Card>
              <MarkForm key={year} year={year} saved={reload} />
            </Card>
          </Section>
        </div>
      ) : null}
      <WhoSees permission="setting.read" />
    </Page>
  );
}

const yearOf = (text: string | null, thisYear: number): number =>
  text !== null && /^20[2-9]\d$/.test(text) ? Number(text) : thisYear;

function Announced({ table: { year, announced } }: { readonly table: Table }) {
  return (
    <Card tone={announced ? 'good' : 'waiting'}>
      <StateBadge tone={announced ? 'good' : 'waiting'}>
        {announced ? <Trans>已经公布</Trans> : <Trans>还没有公布</Trans>}
      </StateBadge>
      <p className={styles['words']}>
        {announced ? (
          <Trans>{year} 年的放假和调休安排已经公布，表里是全部的日子。</Trans>
        ) : (
          <Trans>
            国务院办公厅的 {year}{' '}
            年放假通知还没有导入，表里只有法定的节日，没有调休。通知公布以后，请机构负责人在这里导入。
          </Trans>
        )}
      </p>
    </Card>
  );
}

function Days({ table, reload }: { readonly table: Table; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const may = useMay();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, unmark] = useMutation(UNMARK_HOLIDAY);
  const nameOf = ({ name, nameEn }: Day): string => (i18n.locale === 'en' && nameEn !== '' ? nameEn : name);
  const take = async ({ day }: Day): Promise<void> => {
    const { data } = await unmark({ input: { day } });
    toast({ message: data ? t`去掉了机构自己的标记。` : t`没有去掉，请再试一次。` });
    reload();
  };
  if (table.days.length === 0) {
    return (
      <EmptyState title={<Trans>这一年还没有日子</Trans>}>
        <p>
          <Trans>导入通知，或一个一个标上。没有标的，周一到周五算工作日。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles['days']}>
      {table.days.map((day) => (
        <li key={day.day}>
          <time dateTime={day.day}>{format.dayOfWeek(day.day)}</time>
          <span lang={dataLang(nameOf(day))}>{nameOf(day)}</span>
          <StateBadge tone={day.mark === 'OFF' ? 'good' : 'soon'}>
            {day.mark === 'OFF' ? <Trans>放假</Trans> : <Trans>上班</Trans>}
          </StateBadge>
          {day.own ? (
            <span className={styles['own']}>
              <Trans>机构自己标的</Trans>
              {may('setting.change') ? (
                <Button
                  variant="subtle"
                  loading={fetching}
                  aria-label={t`去掉 ${format.dayOfWeek(day.day)} 的标记`}
                  onClick={() => void take(day)}
                >
                  <Trans>去掉</Trans>
                </Button>
              ) : null}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
