import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useClient, useMutation } from 'urql';
import type { MatchWeightsQuery, UnderWeightsQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './board.module.css';
import { criterionWords } from './criterion-words.js';
import { SAVE_WEIGHTS, UNDER_WEIGHTS } from './weights.operations.js';
import { editable, fingerprint, isOwnReason, toCriteria, type TypedRow, type WeightRow } from './weights-view.js';
import { ownReason } from './weights-words.js';
import { WeightProblems, type TableProblem } from './WeightProblems.js';
import { WeightsComparison } from './WeightsComparison.js';

type Comparison = Extract<
  NonNullable<UnderWeightsQuery['matchRun']>['underWeights'],
  { __typename: 'WeightsComparison' }
>;
interface Typed {
  readonly rows: readonly TypedRow[];
  /** A criterion that somebody would like to add: the answer says why it can, or can never, be weighed. */
  readonly extra: string;
  readonly reason: string;
  readonly runId: string;
}
interface WeightsFormProps {
  readonly current: MatchWeightsQuery['matchWeights'][number];
  /** Earlier runs that are done, the newest first. */
  readonly runs: readonly { readonly id: string; readonly startedAt: string }[];
  readonly saved: () => void;
}

const LONGEST_REASON = 500;

/** A new version: compared with an earlier run first, where there is one, so that nobody changes what they have not seen. */
export function WeightsForm({ current, runs, saved }: WeightsFormProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const client = useClient();
  const [{ fetching }, save] = useMutation(SAVE_WEIGHTS);
  const [comparing, setComparing] = useState(false);
  const [compared, setCompared] = useState<{ readonly table: string; readonly comparison: Comparison }>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const words = (row: WeightRow): string => {
    const own = isOwnReason(row) ? ownReason(row.criterion) : undefined;
    return own ? i18n._(own) : row.why;
  };
  const form = useKeptForm<Typed>({
    draft: `weights.${String(current.version)}`,
    defaultValues: { rows: editable(current.criteria, words), extra: '', reason: '', runId: runs[0]?.id ?? '' },
  });
  const rows = form.watch('rows');
  const shown = compared && compared.table === fingerprint(rows) ? compared.comparison : undefined;

  /** The whole table as it would be sent; undefined, and said so, while a number cannot be read. */
  const table = (): WeightRow[] | undefined => {
    setProblem(null);
    const { rows: typed, extra } = form.getValues();
    const criteria = toCriteria(typed);
    if (!criteria) setProblem(<Trans>分量请写 0 到 10000 的整数。</Trans>);
    const asked = extra.trim();
    return asked === '' || !criteria ? criteria : [...criteria, { criterion: asked, weight: 1, why: asked }];
  };
  const refused = (problems: readonly TableProblem[]): void => setProblem(<WeightProblems problems={problems} />);

  const compare = async (): Promise<void> => {
    const criteria = table();
    if (!criteria) return;
    setComparing(true);
    const variables = { id: form.getValues('runId'), criteria };
    const { data, error } = await client.query(UNDER_WEIGHTS, variables, { requestPolicy: 'network-only' });
    setComparing(false);
    if (!data) return setProblem(<RequestFault error={error} />);
    const answer = data.matchRun?.underWeights;
    if (!answer) return setProblem(<CommonRefusal kind="NotFound" reload={saved} />);
    if (answer.__typename === 'WeightsRefused') return refused(answer.problems);
    setCompared({ table: fingerprint(form.getValues('rows')), comparison: answer });
  };

  const submit = form.handleSubmit(async ({ reason }) => {
    const criteria = table();
    if (!criteria) return;
    if (runs.length > 0 && !shown) return setProblem(<Trans>请先按“先比一比”，看看会换掉多少，再存。</Trans>);
    const { data, error } = await save({ input: { version: current.version, reason: reason.trim(), criteria } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const answer = data.saveMatchWeights;
    switch (answer.__typename) {
      case 'MatchWeights':
        form.forget();
        toast({ message: t`存好了。以后的匹配用新的一版。` });
        return saved();
      case 'WeightsRefused':
        return refused(answer.problems);
      case 'InvalidInput':
        return form.setError('reason', { message: t`请写几个字，最多 ${LONGEST_REASON} 字。` });
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={answer.__typename} reload={saved} />);
      default:
        return assertUnreachable(answer);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>存为新的一版</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        runs.length > 0 ? (
          <Button variant="default" loading={comparing} onClick={() => void compare()}>
            <Trans>先比一比</Trans>
          </Button>
        ) : null
      }
    >
      <ul className={styles['weights']}>
        {rows.map((row, index) => {
          const name = i18n._(criterionWords(row.criterion));
          return (
            <li key={row.criterion}>
              <TextInput
                type="number"
                min={0}
                max={10_000}
                step={1}
                label={name}
                {...form.register(`rows.${index}.weight`)}
              />
              <TextInput label={t`为什么看重“${name}”`} {...form.register(`rows.${index}.why`)} />
            </li>
          );
        })}
      </ul>
      <TextInput
        label={t`还想看重什么`}
        description={t`写下来按“先比一比”：能不能计分、为什么，会告诉您。不加就空着。`}
        {...form.register('extra')}
      />
      {runs.length > 0 ? (
        <NativeSelect
          label={t`和哪一次匹配比`}
          data={runs.map(({ id, startedAt }) => ({ value: id, label: format.instant(startedAt) }))}
          {...form.register('runId', { onChange: () => setCompared(undefined) })}
        />
      ) : (
        <p className={styles['quiet']}>
          <Trans>还没有做过匹配，没有可以比的；可以直接存。</Trans>
        </p>
      )}
      {shown ? <WeightsComparison comparison={shown} /> : null}
      <Textarea
        label={t`为什么改`}
        description={t`与这一版一起留着，同事都看得到。`}
        error={form.formState.errors.reason?.message}
        {...form.register('reason', {
          validate: (text) =>
            (text.trim() !== '' && text.trim().length <= LONGEST_REASON) || t`请写几个字，最多 ${LONGEST_REASON} 字。`,
        })}
      />
    </Form>
  );
}
