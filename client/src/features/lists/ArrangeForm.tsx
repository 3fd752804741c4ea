import { Trans, useLingui } from '@lingui/react/macro';
import type { ListName } from '@tongxing/shared/rules';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { useListChange, type Answered } from './use-list-change.js';

export interface ArrangeFormProps {
  readonly list: ListName;
  /** The button, and the title of what it opens. */
  readonly title: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly submitLabel: string;
  /** Sends the change; the same request twice is one. */
  readonly send: (to: string, requestId: string) => Promise<Answered>;
  /** What happened, for so many, to this one of the options. */
  readonly said: (changed: string, to: string) => string;
  /** Loads the list as it is now, after the change and after it was taken back. */
  readonly reload: () => void;
  /** Called once it is done. */
  readonly done: () => void;
}

/** One choice for all picked rows. Nothing is confirmed beforehand: the toast takes it back. */
export function ArrangeForm(props: ArrangeFormProps) {
  const { list, title, label, options, submitLabel, send, said, reload, done } = props;
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = useListChange(list, reload);
  const request = useRef(newRequestId());
  const close = (): void => {
    setOpened(false);
    change.forget();
  };
  const chosen = to ?? options[0]?.value ?? '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await send(chosen, request.current);
    setBusy(false);
    const name = options.find(({ value }) => value === chosen)?.label ?? '';
    if (!change.tell(answer, (changed) => said(changed, name))) return;
    request.current = newRequestId();
    close();
    done();
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {title}
      </Button>
      <FormDialog opened={opened} close={close} title={title}>
        <Form
          onSubmit={(event) => void submit(event)}
          submitLabel={submitLabel}
          busy={busy}
          problem={change.problem}
          aside={
            <Button variant="default" size="md" onClick={close}>
              <Trans>先不改</Trans>
            </Button>
          }
        >
          <NativeSelect
            label={label}
            description={t`改完以后可以在提示里撤销。`}
            data={options}
            value={chosen}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </Form>
      </FormDialog>
    </>
  );
}
