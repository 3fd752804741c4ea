import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { MyCompanyYearQuery, TeamTasks } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { fenOf, yuanOf } from '../activities/index.js';
import { SAVE_YEAR_WISH } from './own-year.operations.js';
import styles from './company-year.module.css';
import { useYearWords } from './use-year-words.js';

export type MyYear = NonNullable<MyCompanyYearQuery['myCompanyYear']>;
export type MyTeamYear = MyYear['teams'][number];

const MOST = 5;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface TypedWish {
  readonly people: string;
  readonly yuan: string;
  readonly mostDays: string;
  readonly months: string[];
  readonly tasks: TeamTasks;
  readonly wishes: string[];
}

/** A company ranks what it would like; what is typed stays, and can be changed until the closing date. */
export function WishForm({
  year,
  own,
  saved,
}: {
  readonly year: MyYear;
  readonly own: MyTeamYear;
  readonly saved: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useYearWords();
  const format = useFormat();
  const [{ fetching }, save] = useMutation(SAVE_YEAR_WISH);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { wish, team } = own;
  const closed = new Set(year.entries.flatMap(({ id, closedAt }) => (closedAt ? [id] : [])));
  const form = useKeptForm<TypedWish>({
    draft: `year-wish.${year.id}.${team.id}.${wish?.version ?? 0}`,
    defaultValues: {
      ...{ people: wish ? String(wish.people) : '', yuan: wish?.budget ? yuanOf(wish.budget) : '' },
      ...{ mostDays: String(wish?.mostDays ?? 1), months: (wish?.months ?? []).map(String) },
      ...{ tasks: wish?.tasks ?? 'WITH_CHILDREN', wishes: (wish?.wishes ?? []).filter((id) => !closed.has(id)) },
    },
  });
  const { errors } = form.formState;
  const wishes = form.watch('wishes');
  const put = (next: readonly string[]): void => form.setValue('wishes', [...next], { shouldDirty: true });
  const swap = (at: number, to: number): void => {
    const next = [...wishes];
    const [one] = next.splice(at, 1);
    if (one) next.splice(to, 0, one);
    put(next);
  };
  const faults = {
    people: t`请写 1 到 500 的整数。`,
    yuan: t`请写一个金额，比如 6000；也可以空着。`,
    mostDays: t`请写 1 到 12 的整数。`,
  };
  const submit = form.handleSubmit(async ({ people, yuan, mostDays, months, tasks, wishes: ranked }) => {
    setProblem(null);
    const budget = yuan.trim() === '' ? null : (fenOf(yuan) ?? 'x');
    const input = {
      ...{ companyYearId: year.id, teamId: team.id, version: wish?.version ?? 0, tasks, wishes: [...ranked], budget },
      ...{ people: wholeOf(people), mostDays: wholeOf(mostDays), months: months.map(Number) },
    };
    const { data, error } = await save({ input });
    const outcome = data?.saveYearWish;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYear':
        form.forget();
        toast({ message: t`意愿保存好了。截止以前都可以再改。` });
        return saved();
      case 'InvalidInput':
        for (const [field, typed] of [
          ['people', 'people'],
          ['budget', 'yuan'],
          ['mostDays', 'mostDays'],
        ] as const) {
          if (outcome.fields.some((one) => one.field === field)) form.setError(typed, { message: faults[typed] });
        }
        if (outcome.fields.some(({ field }) => field === 'wishes')) {
          setProblem(<Trans>没有保存：选的活动里有一项刚刚收回了。请看看目录，再选一项。</Trans>);
          return saved();
        }
        return;
      case 'WishesClosed':
        setProblem(<Trans>没有保存：{format.day(outcome.wishesUntil)}已经截止了。请打电话给机构商量。</Trans>);
        return saved();
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
    }
  });
  const named = new Map(year.entries.map((entry) => [entry.id, words.theme(entry)]));
  const left = year.entries.filter(({ id, closedAt }) => !closedAt && !wishes.includes(id));
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>保存意愿</Trans>}
      busy={fetching}
      problem={problem}
    >
      <FieldGroup label={t`想参加的活动，最想的排在最前面，最多五项`}>
        <ol className={styles['ranked']}>
          {wishes.map((id, at) => {
            const name = named.get(id) ?? '';
            return (
              <li key={id}>
                <span>{name}</span>
                <span className={styles['buttons']}>
                  {at > 0 ? (
                    <Button variant="subtle" aria-label={t`“${name}”往前排`} onClick={() => swap(at, at - 1)}>
                      <IconArrowUp size={18} stroke={1.75} aria-hidden />
                    </Button>
                  ) : null}
                  {at < wishes.length - 1 ? (
                    <Button variant="subtle" aria-label={t`“${name}”往后排`} onClick={() => swap(at, at + 1)}>
                      <IconArrowDown size={18} stroke={1.75} aria-hidden />
                    </Button>
                  ) : null}
                  <Button
                    variant="subtle"
                    aria-label={t`不选“${name}”`}
                    onClick={() => put(wishes.filter((one) => one !== id))}
                  >
                    <IconX size={18} stroke={1.75} aria-hidden />
                  </Button>
                </span>
              </li>
            );
          })}
        </ol>
        {wishes.length < MOST && left.length > 0 ? (
          <NativeSelect
            label={t`再选一项`}
            value=""
            onChange={({ currentTarget }) => put([...wishes, currentTarget.value])}
            data={[
              { value: '', label: t`请选择` },
              ...left.map((entry) => ({ value: entry.id, label: words.theme(entry) })),
            ]}
          />
        ) : null}
      </FieldGroup>
      <div className={styles['pair']}>
        <TextInput
          label={t`大概来几个人`}
          inputMode="numeric"
          error={errors.people?.message}
          {...form.register('people')}
        />
        <TextInput
          label={t`一年最多来几天`}
          inputMode="numeric"
          error={errors.mostDays?.message}
          {...form.register('mostDays')}
        />
        <TextInput
          label={t`全年预算（元）`}
          description={t`还没有定就空着。`}
          inputMode="decimal"
          error={errors.yuan?.message}
          {...form.register('yuan')}
        />
      </div>
      <NativeSelect
        label={t`想和孩子在一起，还是做别的事`}
        data={[
          { value: 'WITH_CHILDREN', label: t`和孩子一起活动` },
          { value: 'WITHOUT_CHILDREN', label: t`不接触孩子，做整理和准备` },
        ]}
        {...form.register('tasks')}
      />
      <FieldGroup label={t`哪几个月方便`} description={t`都不勾，就是哪个月都可以。`}>
        <div className={styles['months']}>
          {MONTHS.map((month) => (
            <Checkbox key={month} label={words.month(month)} value={String(month)} {...form.register('months')} />
          ))}
        </div>
      </FieldGroup>
    </Form>
  );
}

const wholeOf = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0);
