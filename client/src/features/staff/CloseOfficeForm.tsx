import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CLOSE_OFFICE } from './office.operations.js';
import { openOffices, type Office } from './staff-view.js';

const WHOLE_AGENCY = 'all';

interface Left {
  readonly volunteers: number;
  readonly children: number;
  readonly rosters: number;
}
interface CloseOfficeFormProps {
  readonly office: Office;
  readonly offices: readonly Office[];
  readonly reload: () => void;
}

/** Closed only when nobody is left behind: colleagues' roles end first, volunteers and children move along. */
export function CloseOfficeForm({ office, offices, reload }: CloseOfficeFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, close] = useMutation(CLOSE_OFFICE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [left, setLeft] = useState<Left>();
  const [target, setTarget] = useState('');
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const others = openOffices(offices).filter(({ id }) => id !== office.id);

  const send = async (): Promise<void> => {
    setAsking(false);
    setProblem(null);
    const moveTo = target === WHOLE_AGENCY ? {} : { officeId: target };
    const { data, error } = await close({ input: { officeId: office.id, ...(left && { moveTo }) } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.closeOffice;
    switch (result.__typename) {
      case 'Office':
        toast({ message: t`${office.name}关了，写进了操作记录。` });
        return reload();
      case 'OfficeInUse':
        if (result.colleagues.length > 0) return setProblem(<InUse colleagues={result.colleagues} />);
        return setLeft(result);
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  };

  return (
    <>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(left !== undefined && target === '');
          if (!left || target !== '') setAsking(true);
        }}
        submitLabel={<Trans>关掉服务点</Trans>}
        busy={fetching}
        problem={problem}
      >
        {left ? (
          <NativeSelect
            label={t`他们转到哪里`}
            description={<LeftWords left={left} />}
            data={[
              { value: '', label: t`请选一个` },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
              { value: WHOLE_AGENCY, label: t`全机构：各处的同事都看得到` },
            ]}
            value={target}
            onChange={(event) => setTarget(event.currentTarget.value)}
            error={missing ? t`先选好他们转到哪里。` : undefined}
          />
        ) : (
          <p>
            <Trans>关掉以后不能再在这里给职责；以前的记录都还在。</Trans>
          </p>
        )}
      </Form>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`关掉${office.name}？`}
        confirmLabel={<Trans>关掉服务点</Trans>}
        onConfirm={send}
        busy={fetching}
      >
        <p>
          {left ? (
            <Trans>属于这里的志愿者和孩子一起转过去，那里的同事从现在起看得到他们。</Trans>
          ) : (
            <Trans>先看看还有谁属于这里：有人的话，会先问他们转到哪里。</Trans>
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}

function LeftWords({ left }: { readonly left: Left }) {
  return (
    <>
      <Trans>属于这里的还有：</Trans>
      {left.volunteers > 0 ? <Plural value={left.volunteers} other="# 名志愿者。" /> : null}
      {left.children > 0 ? <Plural value={left.children} other="# 个孩子。" /> : null}
      {left.rosters > 0 ? <Plural value={left.rosters} other="# 份名单还没有导入或确认，会一起转过去。" /> : null}
    </>
  );
}

function InUse({ colleagues }: { readonly colleagues: readonly string[] }) {
  const format = useFormat();
  const names = format.list(colleagues);
  return (
    <RefusalPanel
      what={<Trans>服务点还没有关</Trans>}
      why={<Trans>还有同事在这里有职责，或者受邀到这里来：{names}。</Trans>}
      now={<Trans>先结束他们在这里的职责，或者收回邀请，再来关掉。</Trans>}
      ask={<Trans>这几位同事，看他们以后在哪里工作。</Trans>}
    />
  );
}
