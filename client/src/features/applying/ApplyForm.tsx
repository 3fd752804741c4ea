import { Trans, useLingui } from '@lingui/react/macro';
import { APPLY_STEPS, missingAnswers, type ApplyStep, type MissingField } from '@tongxing/shared/rules';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { Apply_FormFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { Card, Page } from '../../ui/page/Page.js';
import { Progress } from '../../ui/progress/Progress.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { APPLY_FORM, APPLY_FORMS } from './applying.operations.js';
import styles from './applying.module.css';
import { STEP } from './applying-words.js';
import { CheckStep } from './CheckStep.js';
import { KeptLine } from './KeptLine.js';
import { Leave } from './Leave.js';
import { SaveProblem } from './SaveProblem.js';
import { StepFields } from './StepFields.js';
import { stepOf } from './steps.js';
import { todayHere } from './today-here.js';
import type { Applying, Saved } from './use-draft.js';

export type Ready = Extract<Applying, { readonly status: 'READY' }>;
interface ApplyFormProps {
  readonly code: string;
  readonly applying: Ready;
}

/** The form, one question a screen: every letter stays on this device, every step goes to the agency. */
export function ApplyForm({ code, applying }: ApplyFormProps) {
  const { t } = useLingui();
  const { draft, own } = applying;
  const ask = { query: APPLY_FORMS, variables: { link: draft.link ?? null }, pause: own !== undefined };
  const [{ data, error }, load] = useQuery(ask);
  const forms = data?.applyForms.map((one) => readFragment(APPLY_FORM, one));
  const form = own ? readFragment(APPLY_FORM, own.form) : forms?.find(({ agencyId }) => agencyId === draft.agencyId);
  if (form) return <Screens code={code} applying={applying} form={form} />;
  if (error) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!forms) return <LoadingState lines={5} />;
  return (
    <Page title={t`报名做志愿者`} width="narrow">
      <p>
        <Trans>这家机构刚刚停了报名。您写的还在这台设备上，过些日子再来看看。</Trans>
      </p>
    </Page>
  );
}

function Screens({ code, applying, form }: ApplyFormProps & { readonly form: Apply_FormFragment }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const { draft, kept, change, save } = applying;
  const today = todayHere(new Date());
  const missing = missingAnswers(draft.answers, { ...form, today });
  // Nobody is known before name and number are: with less there is nothing to come back to.
  const step: ApplyStep = draft.begun ? stepOf(address.get('step')) : 'ABOUT';
  const at = APPLY_STEPS.indexOf(step);
  const [asked, setAsked] = useState<ApplyStep>();
  const [problem, setProblem] = useState<Saved>();
  const [busy, setBusy] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const title = i18n._(STEP[step]);
  useEffect(() => {
    document.title = title;
    top.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);

  const here: readonly MissingField[] = missing.filter((one) => one.step === step).map(({ field }) => field);
  const go = (to: ApplyStep): void => {
    setAsked(undefined);
    setProblem(undefined);
    void navigate({ search: `?step=${to.toLowerCase()}` }, { state: null });
  };
  const next = async (): Promise<void> => {
    const blocking = step === 'ABOUT' ? here.filter((field) => field !== 'age') : here;
    if (blocking.length > 0) return setAsked(step);
    setBusy(true);
    const saved = await save();
    setBusy(false);
    // Without a line one goes on, once the agency knows of it: all of it is kept here.
    if (saved.kind === 'SAVED' || (saved.kind === 'LATER' && draft.begun)) return go(APPLY_STEPS[at + 1] ?? 'CHECK');
    setProblem(saved);
  };
  const aside: ReactNode =
    at > 0 ? (
      <Button variant="default" size="md" onClick={() => go(APPLY_STEPS[at - 1] ?? 'ABOUT')}>
        <Trans>上一步</Trans>
      </Button>
    ) : null;
  return (
    <div ref={top} tabIndex={-1} className={styles['top']}>
      <Page
        title={title}
        width="narrow"
        lead={form.linkName ? `${form.agencyName} · ${form.linkName}` : form.agencyName}
      >
        <Progress label={t`第 ${at + 1} 步，共 ${APPLY_STEPS.length} 步`} value={at + 1} max={APPLY_STEPS.length} />
        <Card>
          {step !== 'CHECK' ? (
            <form
              className={styles['fields']}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void next();
              }}
            >
              <StepFields
                step={step}
                form={form}
                answers={draft.answers}
                change={change}
                missing={asked === step ? here : []}
                today={today}
              />
              {problem ? <SaveProblem saved={problem} /> : null}
              <div className={styles['actions']}>
                <Button type="submit" size="md" loading={busy}>
                  <Trans>下一步</Trans>
                </Button>
                {aside}
              </div>
            </form>
          ) : (
            <CheckStep code={code} applying={applying} form={form} missing={missing} go={go} back={aside} />
          )}
        </Card>
        <KeptLine kept={kept} begun={draft.begun} />
        {draft.begun ? <Leave code={code} applying={applying} /> : null}
      </Page>
    </div>
  );
}
