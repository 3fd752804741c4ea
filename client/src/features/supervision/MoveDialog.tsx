import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Button } from '../../ui/button/Button.js';
import { Form } from '../../ui/form/Form.js';
import type { BoardVolunteer, Column } from './board-view.js';
import type { Moving } from './use-move.js';

export interface MoveDialogProps {
  /** Undefined as long as nobody is asked about. */
  readonly volunteer: BoardVolunteer | undefined;
  readonly columns: readonly Column[];
  readonly moving: Moving;
  readonly close: () => void;
}

/** "Move to…": for those who do not drag. */
export function MoveDialog({ volunteer, columns, moving, close }: MoveDialogProps) {
  const { t } = useLingui();
  const name = volunteer?.name ?? '';
  return (
    <FormDialog opened={volunteer !== undefined} close={close} title={t`${name}交给哪位督导？`}>
      {volunteer ? <Choice volunteer={volunteer} columns={columns} moving={moving} close={close} /> : null}
    </FormDialog>
  );
}

function Choice({ volunteer, columns, moving, close }: MoveDialogProps & { readonly volunteer: BoardVolunteer }) {
  const { t } = useLingui();
  const others = columns.filter(({ personId }) => personId !== undefined && personId !== volunteer.supervisorId);
  const [to, setTo] = useState(others[0]?.personId ?? '');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const column = others.find(({ personId }) => personId === to);
    if (column && (await moving.move(volunteer, column))) close();
  };
  if (others.length === 0) {
    return (
      <>
        <p>
          <Trans>现在没有别的督导。先在“同事”里给一位同事加上督导的职责。</Trans>
        </p>
        <Button variant="default" onClick={close}>
          <Trans>先不换</Trans>
        </Button>
      </>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>换过去</Trans>}
      busy={moving.busy}
      problem={moving.problem}
      aside={
        <Button variant="default" onClick={close}>
          <Trans>先不换</Trans>
        </Button>
      }
    >
      <NativeSelect
        label={t`新的督导`}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={others.map(({ personId = '', name, held, places }) => ({
          value: personId,
          label: t`${name}（照看 ${held} 段，最多 ${places} 段）`,
        }))}
      />
    </Form>
  );
}
