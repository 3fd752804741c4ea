import { useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { ArrangeForm } from './ArrangeForm.js';
import { BulkBar } from './BulkBar.js';
import { InviteForm } from './InviteForm.js';
import {
  ASSIGN_SUPERVISOR,
  CHOICES,
  HAND_OVER,
  INVITE_VOLUNTEERS,
  MOVE_CHILDREN,
  MOVE_HOUSEHOLDS,
  MOVE_VOLUNTEERS,
} from './lists.operations.js';
import type { Answered } from './use-list-change.js';
import type { ListFrame } from './use-list-frame.js';

export interface BulkActionsProps<Row> {
  readonly frame: ListFrame<Row>;
  readonly total: number;
  readonly reload: () => void;
}

/** What stands for "no office": such a child or volunteer belongs to the whole agency. */
const WHOLE_AGENCY = '';

interface Wanted {
  readonly offices?: boolean;
  readonly supervisors?: boolean;
  readonly workers?: boolean;
}
function useChoices(wanted: Wanted) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CHOICES, variables: wanted });
  const offices = (data?.officeChoices ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return {
    offices: [...offices, { value: WHOLE_AGENCY, label: t`全机构（不归某个服务点）` }],
    supervisors: (data?.supervisorChoices ?? []).map(toOption),
    workers: (data?.workerChoices ?? []).map(toOption),
  };
}
const toOption = ({ personId, name }: { readonly personId: string; readonly name: string }) => ({
  value: personId,
  label: name,
});

const meant = <Row,>({ selection, filters }: ListFrame<Row>) =>
  selection.all ? { ids: [], filters } : { ids: [...selection.keys], filters: null };

interface MoveProps<Row> extends Omit<BulkActionsProps<Row>, 'total'> {
  readonly send: (picked: {
    readonly ids: string[];
    readonly filters: string | null;
    readonly officeId: string | null;
    readonly requestId: string;
  }) => Promise<Answered>;
  readonly said: (changed: string, to: string) => string;
}

/** To another office, whatever the list lists. */
function MoveToOffice<Row>({ frame, reload, send, said }: MoveProps<Row>) {
  const { t } = useLingui();
  const { offices } = useChoices({ offices: true });
  return (
    <ArrangeForm
      list={frame.list}
      title={t`转到服务点`}
      label={t`转到哪里`}
      options={offices}
      submitLabel={t`转过去`}
      send={(to, requestId) => send({ ...meant(frame), officeId: to === WHOLE_AGENCY ? null : to, requestId })}
      said={said}
      reload={reload}
      done={frame.selection.clear}
    />
  );
}

/** For picked children: another office. */
export function ChildActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const [, move] = useMutation(MOVE_CHILDREN);
  return (
    <BulkBar frame={frame} total={total}>
      <MoveToOffice
        frame={frame}
        reload={reload}
        send={async ({ ids, ...input }) => {
          const { data, error } = await move({ input: { ...input, childIds: ids } });
          return { outcome: data?.outcome, error };
        }}
        said={(changed, to) => t`${changed}孩子转到了${to}。`}
      />
    </BulkBar>
  );
}

/** For picked families: another office, and the children go along. */
export function HouseholdActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const [, move] = useMutation(MOVE_HOUSEHOLDS);
  return (
    <BulkBar frame={frame} total={total}>
      <MoveToOffice
        frame={frame}
        reload={reload}
        send={async ({ ids, ...input }) => {
          const { data, error } = await move({ input: { ...input, householdIds: ids } });
          return { outcome: data?.outcome, error };
        }}
        said={(changed, to) => t`${changed}连同孩子转到了${to}。`}
      />
    </BulkBar>
  );
}

/** For picked pairs: another worker beside them. */
export function CompanionshipActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const { workers } = useChoices({ workers: true });
  const [, handOver] = useMutation(HAND_OVER);
  return (
    <BulkBar frame={frame} total={total}>
      {workers.length > 0 ? (
        <ArrangeForm
          list={frame.list}
          title={t`移交给同事`}
          label={t`由谁陪在旁边`}
          options={workers}
          submitLabel={t`移交`}
          send={async (personId, requestId) => {
            const { ids, filters } = meant(frame);
            const { data, error } = await handOver({ input: { companionshipIds: ids, filters, personId, requestId } });
            return { outcome: data?.outcome, error };
          }}
          said={(changed, to) => t`${changed}移交给了${to}。`}
          reload={reload}
          done={frame.selection.clear}
        />
      ) : null}
    </BulkBar>
  );
}

/** For picked volunteers: another office, another supervisor, an invitation. */
export function VolunteerActions<Row>({ frame, total, reload }: BulkActionsProps<Row>) {
  const { t } = useLingui();
  const may = useMay();
  const { supervisors } = useChoices({ supervisors: true });
  const [, move] = useMutation(MOVE_VOLUNTEERS);
  const [, assign] = useMutation(ASSIGN_SUPERVISOR);
  const [, invite] = useMutation(INVITE_VOLUNTEERS);
  const { selection } = frame;
  return (
    <BulkBar frame={frame} total={total}>
      <MoveToOffice
        frame={frame}
        reload={reload}
        send={async ({ ids, ...input }) => {
          const { data, error } = await move({ input: { ...input, volunteerIds: ids } });
          return { outcome: data?.outcome, error };
        }}
        said={(changed, to) => t`${changed}志愿者转到了${to}。`}
      />
      {supervisors.length > 0 ? (
        <ArrangeForm
          list={frame.list}
          title={t`安排督导者`}
          label={t`由谁督导`}
          options={supervisors}
          submitLabel={t`就这样安排`}
          send={async (personId, requestId) => {
            const { ids, filters } = meant(frame);
            const { data, error } = await assign({ input: { volunteerIds: ids, filters, personId, requestId } });
            return { outcome: data?.outcome, error };
          }}
          said={(changed, to) => t`${changed}志愿者由${to}督导。`}
          reload={reload}
          done={selection.clear}
        />
      ) : null}
      {may('person.invite') ? (
        <InviteForm
          count={selection.all ? total : selection.keys.size}
          send={async (requestId) => {
            const { ids, filters } = meant(frame);
            const { data, error } = await invite({ input: { volunteerIds: ids, filters, requestId } });
            return { outcome: data?.outcome, error };
          }}
          reload={reload}
          done={selection.clear}
        />
      ) : null}
    </BulkBar>
  );
}
