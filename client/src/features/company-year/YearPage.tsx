import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { Catalogue } from './Catalogue.js';
import { COMPANY_YEAR, SAVE_COMPANY_YEAR } from './company-year.operations.js';
import styles from './company-year.module.css';
import { TeamYearCard } from './TeamYearCard.js';
import { YearNav } from './YearNav.js';
import { YearSteps } from './YearSteps.js';

/** The company's year at the desk: what is offered, what companies wish, who comes when, and why. */
export default function YearPage() {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const may = useMay();
  const now = Number(today.slice(0, 4));
  const year = Number(useParams()['year'] ?? now + 1);
  const [{ data, error, stale }, load] = useQuery({
    query: COMPANY_YEAR,
    variables: { year },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const found = data?.companyYear;
  return (
    <Page
      title={t`${year} 年的企业合作`}
      width="wide"
      lead={<Trans>先开放目录，企业排出想参加的；系统按意愿、往年和公平提出谁哪天来，您看过、改过，再告诉企业。</Trans>}
    >
      <YearNav year={year} now={now} base="/agency/company-years" />
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={8} />
      ) : !found ? (
        <Card>
          <p className={styles['lead']}>
            <Trans>这一年还没有开始编目录。</Trans>
          </p>
          {may('companyYear.plan') && year >= now ? <BeginForm year={year} saved={reload} /> : null}
        </Card>
      ) : (
        <div className={styles['stack']} aria-busy={stale}>
          <YearSteps year={found} reload={reload} />
          {found.stage === 'CLOSED' ? <Teams year={found} reload={reload} /> : null}
          <Catalogue year={found} reload={reload} />
          {found.stage === 'CLOSED' ? null : <Teams year={found} reload={reload} />}
        </div>
      )}
      <WhoSees permission="companyYear.read" />
    </Page>
  );
}

function Teams({ year, reload }: Parameters<typeof YearSteps>[0]) {
  return (
    <Section title={<Trans>各企业</Trans>}>
      {year.teams.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有登记企业或团队。</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {year.teams.map((own) => (
            <li key={own.team.id}>
              <TeamYearCard year={year} own={own} reload={reload} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function BeginForm({ year, saved }: { readonly year: number; readonly saved: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, save] = useMutation(SAVE_COMPANY_YEAR);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm({ draft: `company-year.${year}`, defaultValues: { wishesUntil: '' } });
  const submit = form.handleSubmit(async ({ wishesUntil }) => {
    setProblem(null);
    const fault = t`请选今天以后、这一年结束以前的一天。`;
    if (wishesUntil === '') return form.setError('wishesUntil', { message: fault });
    const { data, error } = await save({ input: { year, wishesUntil, version: 0 } });
    const outcome = data?.saveCompanyYear;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYear':
        form.forget();
        toast({ message: t`可以编目录了。企业现在还看不到。` });
        return saved();
      case 'InvalidInput':
        return form.setError('wishesUntil', { message: fault });
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>开始编目录</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        type="date"
        label={t`企业可以选到哪一天`}
        error={form.formState.errors.wishesUntil?.message}
        {...form.register('wishesUntil')}
      />
    </Form>
  );
}
