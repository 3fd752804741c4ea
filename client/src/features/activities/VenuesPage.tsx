import { Trans, useLingui } from '@lingui/react/macro';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { VenueCheck, VenuesQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Checkbox, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { SAVE_VENUE, VENUES } from './activities.operations.js';
import styles from './activities.module.css';
import { useActivityWords } from './use-activity-words.js';

type Venue = VenuesQuery['venues'][number];

/** Where activities happen, and what somebody saw there with their own eyes. */
export default function VenuesPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: VENUES, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page title={t`场地`} lead={<Trans>一年之内去看过、安全清单勾齐的场地，活动才能通过审阅。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : data.venues.length === 0 ? (
        <p>
          <Trans>还没有场地。</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {data.venues.map((venue) => (
            <li key={venue.id}>
              <VenueCard venue={venue} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      {may('activity.plan') ? (
        <Section title={<Trans>添加一个场地</Trans>}>
          <Card>
            <VenueForm saved={reload} />
          </Card>
        </Section>
      ) : null}
      <WhoSees permission="activity.read" />
    </Page>
  );
}

function VenueCard({ venue, reload }: { readonly venue: Venue; readonly reload: () => void }) {
  const may = useMay();
  const format = useFormat();
  const whole = venue.checks.length === VENUE_CHECKS.length;
  const day = venue.checkedOn ? format.day(venue.checkedOn) : '';
  return (
    <Card>
      <div className={styles['head']}>
        <h2>{venue.name}</h2>
        <StateBadge tone={whole ? 'good' : 'waiting'}>
          {whole ? <Trans>安全清单勾齐了</Trans> : <Trans>安全清单还没有勾齐</Trans>}
        </StateBadge>
      </div>
      <p className={styles['quiet']}>
        {venue.address ? <span lang={dataLang(venue.address)}>{`${venue.address} · `}</span> : null}
        <Trans>可容 {venue.people} 人</Trans>
        {' · '}
        {day === '' ? <Trans>还没有人去看过</Trans> : <Trans>{day}去看过</Trans>}
      </p>
      {may('activity.plan') ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Trans>改“{venue.name}”，或写下看到的</Trans>
          </summary>
          <VenueForm key={venue.version} venue={venue} saved={reload} />
        </details>
      ) : null}
    </Card>
  );
}

interface TypedVenue {
  readonly name: string;
  readonly address: string;
  readonly people: string;
  readonly checks: VenueCheck[];
  readonly checkedOn: string;
}
const FIELDS = ['name', 'people', 'checkedOn'] as const;

function VenueForm({ venue, saved }: { readonly venue?: Venue; readonly saved: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useActivityWords();
  const { today } = useViewer().agency;
  const [{ fetching }, save] = useMutation(SAVE_VENUE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const empty = { name: '', address: '', people: '', checks: [], checkedOn: '' };
  const known = venue && { ...venue, address: venue.address ?? '', people: String(venue.people) };
  const form = useKeptForm<TypedVenue>({
    draft: `venue.${venue?.id ?? 'new'}.${venue?.version ?? 0}`,
    defaultValues: known ? { ...known, checkedOn: venue.checkedOn ?? '' } : empty,
  });
  const { errors } = form.formState;
  const faults = {
    name: t`请写一个名字，不超过 60 个字，也不要和别的场地一样。`,
    people: t`请写 1 到 5000 的整数。`,
    checkedOn: t`请写去看的那一天，最晚是今天。`,
  };
  const submit = form.handleSubmit(async ({ name, address, people, checks, checkedOn }) => {
    setProblem(null);
    const input = {
      ...{ name, address, people: /^\d{1,4}$/.test(people.trim()) ? Number(people) : 0 },
      ...{ checks: [...checks], checkedOn: checkedOn || null },
      ...(venue ? { venueId: venue.id, version: venue.version } : {}),
    };
    const { data, error } = await save({ input });
    const result = data?.saveVenue;
    switch (result?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'Venue':
        form.forget();
        if (!venue) form.reset(empty);
        toast({ message: t`场地保存好了。` });
        return saved();
      case 'InvalidInput':
        for (const field of FIELDS) {
          if (result.fields.some((one) => one.field === field)) form.setError(field, { message: faults[field] });
        }
        return;
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={result.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={venue ? <Trans>保存场地</Trans> : <Trans>添加场地</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput label={t`名字`} autoComplete="off" error={errors.name?.message} {...form.register('name')} />
        <TextInput label={t`怎么找到`} description={t`可以空着。`} maxLength={120} {...form.register('address')} />
        <TextInput
          label={t`可以容纳几个人`}
          inputMode="numeric"
          error={errors.people?.message}
          {...form.register('people')}
        />
      </div>
      <FieldGroup label={t`亲眼看到的`}>
        {VENUE_CHECKS.map(({ code }) => (
          <Checkbox key={code} label={words.check(code)} value={code} {...form.register('checks')} />
        ))}
      </FieldGroup>
      <TextInput
        type="date"
        label={t`哪一天去看的`}
        max={today}
        error={errors.checkedOn?.message}
        {...form.register('checkedOn')}
      />
    </Form>
  );
}
