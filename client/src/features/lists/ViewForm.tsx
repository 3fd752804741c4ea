import { Trans, useLingui } from '@lingui/react/macro';
import { LONGEST_VIEW_NAME } from '@tongxing/shared/rules';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { SAVE_VIEW } from './lists.operations.js';
import type { ListFrame } from './use-list-frame.js';

export interface ViewFormProps<Row> {
  readonly frame: ListFrame<Row>;
  readonly done: () => void;
  readonly close: () => void;
}

/** A name for the list as it stands now. */
export function ViewForm<Row>({ frame, done, close }: ViewFormProps<Row>) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [{ fetching }, save] = useMutation(SAVE_VIEW);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<ReactNode>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    if (name.trim() === '') return setError(t`请给视图起个名字。`);
    const answer = await save({ input: { list: frame.list, name, query: frame.view, shared } });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = answer.data.saveView;
    if (result.__typename === 'SavedView') {
      toast({ message: t`存好了。这个页面的地址就是视图，可以发给同事。` });
      void navigate(`?${frame.view}`, { replace: true });
      return done();
    }
    const codes = result.fields.map(({ code }) => code);
    if (codes.includes('TAKEN')) setError(t`您已经有一个视图叫这个名字。`);
    else if (codes.includes('TOO_MANY')) setError(t`这份名单的视图已经够多了，先删掉一个不用的。`);
    else setError(t`名字不超过 ${LONGEST_VIEW_NAME} 个字。`);
  };

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>存成视图</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" size="md" onClick={close}>
          <Trans>先不存</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`视图的名字`}
        description={t`请不要写人的名字。按姓名找的字不会存进视图。`}
        value={name}
        maxLength={LONGEST_VIEW_NAME}
        autoComplete="off"
        error={error}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <Checkbox
        label={t`同事也可以打开`}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </Form>
  );
}
