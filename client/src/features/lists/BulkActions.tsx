import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { ArrangeForm } from './ArrangeForm.js';
import { BulkBar } from './BulkBar.js';
import { ASSIGN_SUPERVISOR, CHOICES, MOVE_CHILDREN, MOVE_VOLUNTEERS } from './lists.operations.js';
import type { ListFrame } from './use-list-frame.js';

export interface BulkActionsProps<Row> {
  readonly frame: ListFrame<Row>;
  readonly total: number;
  readonly reload: () => void;
}

/** What stands for "no office": such a child or volunteer belongs to the whole agency. */
const WHOLE_AGENCY = '';

function useOffices(supervisors = false) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CHOICES, variables: { supervisors } });
  const offices = (data?.officeChoices ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return {
    offices: [...offices, { value: WHOLE_AGENCY, label: t`全机构（不归某个服务点）` }],
    supervisors: (data?.supervisorChoices ?? []).map(({ personId, name }) => ({ value: personId, label: name })),
  };
}

const meant = <Row,>({ selection, filters }: ListFrame<Row>) =>
  selection.all ? { ids: [], filters } : { ids: [...selection.keys], filters: null };

/** For picked children: another office. */
export function ChildActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const { offices } = useOffices();
  const [, move] = useMutation(MOVE_CHILDREN);
  return (
    <BulkBar frame={frame} total={total}>
      <ArrangeForm
        title={t`转到服务点`}
        label={t`转到哪里`}
        options={offices}
        submitLabel={t`转过去`}
        send={async (to, requestId) => {
          const { ids, filters } = meant(frame);
          const officeId = to === WHOLE_AGENCY ? null : to;
          const { data, error } = await move({ input: { childIds: ids, filters, officeId, requestId } });
          return { outcome: data?.outcome, error };
        }}
        said={(changed, to) => t`${changed} 名孩子转到了${to}。`}
        stayed={t`有的孩子留在了原处：陪在他们身边的同事看不到那个服务点，请先移交陪伴。`}
        reload={reload}
        done={frame.selection.clear}
      />
    </BulkBar>
  );
}

/** For picked volunteers: another office, another supervisor. */
export function VolunteerActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const { offices, supervisors } = useOffices(true);
  const [, move] = useMutation(MOVE_VOLUNTEERS);
  const [, assign] = useMutation(ASSIGN_SUPERVISOR);
  const stayed = t`其余的人没有改。`;
  return (
    <BulkBar frame={frame} total={total}>
      <ArrangeForm
        title={t`转到服务点`}
        label={t`转到哪里`}
        options={offices}
        submitLabel={t`转过去`}
        send={async (to, requestId) => {
          const { ids, filters } = meant(frame);
          const officeId = to === WHOLE_AGENCY ? null : to;
          const { data, error } = await move({ input: { volunteerIds: ids, filters, officeId, requestId } });
          return { outcome: data?.outcome, error };
        }}
        said={(changed, to) => t`${changed} 名志愿者转到了${to}。`}
        stayed={stayed}
        reload={reload}
        done={frame.selection.clear}
      />
      {supervisors.length > 0 ? (
        <ArrangeForm
          title={t`安排督导者`}
          label={t`由谁督导`}
          options={supervisors}
          submitLabel={t`就这样安排`}
          send={async (personId, requestId) => {
            const { ids, filters } = meant(frame);
            const { data, error } = await assign({ input: { volunteerIds: ids, filters, personId, requestId } });
            return { outcome: data?.outcome, error };
          }}
          said={(changed, to) => t`${changed} 名志愿者由${to}督导。`}
          stayed={stayed}
          reload={reload}
          done={frame.selection.clear}
        />
      ) : null}
    </BulkBar>
  );
}
