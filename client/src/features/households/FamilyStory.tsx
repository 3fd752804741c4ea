import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { MajorEventKind } from '../../gql/graphql.js';
import { NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { Moment, Story } from '../../ui/story/Story.js';
import { ChangeFold } from './ChangeFold.js';
import type { FamilyPartProps } from './FamilyPeople.js';
import { storyOf, type FamilyMoment } from './family-view.js';
import { RECORD_EVENT } from './household-changes.js';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

/** What happened in the family, the latest first. */
export function FamilyStory({ family, reload }: FamilyPartProps) {
  const may = useMay();
  const moments = storyOf(family);
  return (
    <Section title={<Trans>一路走来</Trans>}>
      {moments.length > 0 ? (
        <Story>
          {moments.map((moment, index) => (
            <OneMoment key={`${moment.kind} ${moment.on ?? ''} ${index}`} moment={moment} />
          ))}
        </Story>
      ) : (
        <p>
          <Trans>家里的大事、搬家和照护的变化，会按日子出现在这里。</Trans>
        </p>
      )}
      {may('household.record') ? (
        <ChangeFold label={<Trans>记一件家里的大事</Trans>}>
          {(close) => <EventForm householdId={family.id} reload={reload} close={close} />}
        </ChangeFold>
      ) : null}
    </Section>
  );
}

function OneMoment({ moment }: { readonly moment: FamilyMoment }) {
  const format = useFormat();
  const day = moment.on ? format.day(moment.on) : <Trans>日子没有记下</Trans>;
  return (
    <Moment title={<MomentTitle moment={moment} />}>
      {day}
      {moment.kind === 'EVENT' && moment.event.note ? (
        <>
          <br />
          {moment.event.note}
        </>
      ) : null}
      {moment.kind === 'MOVED' && moment.address ? (
        <>
          <br />
          {moment.address}
        </>
      ) : null}
    </Moment>
  );
}

function MomentTitle({ moment }: { readonly moment: FamilyMoment }) {
  const { t } = useLingui();
  const words = useFamilyWords();
  switch (moment.kind) {
    case 'EVENT':
      return words.event(moment.event.kind);
    case 'MOVED': {
      const { area } = moment;
      return area ? t`搬到${area}` : t`搬了家`;
    }
    case 'JOINED':
      return t`${moment.member.name}来到这个家`;
    case 'LEFT':
      return t`${moment.member.name}不再住在一起`;
    case 'CARES':
      return t`由${moment.member.name}照护孩子`;
    case 'NEED':
      return t`希望有人一起想办法：${words.domain(moment.need.domain)}`;
    case 'MET':
      return t`已经有了着落：${words.domain(moment.need.domain)}`;
  }
}

interface EventFormProps {
  readonly householdId: string;
  readonly reload: () => void;
  readonly close: () => void;
}

function EventForm({ householdId, reload, close }: EventFormProps) {
  const { t } = useLingui();
  const words = useFamilyWords();
  const [{ fetching }, record] = useMutation(RECORD_EVENT);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<{ readonly kind: MajorEventKind; readonly happenedOn: string; readonly note: string }>({
    draft: `family-event.${householdId}`,
    defaultValues: { kind: 'ILLNESS', happenedOn: '', note: '' },
  });
  const submit = form.handleSubmit(({ kind, happenedOn, note }) =>
    save(() => record({ input: { householdId, kind, happenedOn: happenedOn || null, note: note.trim() || null } }), {
      saved: t`记下了。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下这件事</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect label={t`什么事`} data={words.events} {...form.register('kind')} />
      <TextInput type="date" label={t`哪一天`} description={t`不清楚可以先空着。`} {...form.register('happenedOn')} />
      <Textarea label={t`补充的话`} description={t`平实地写，也写家人怎样走过来的。`} {...form.register('note')} />
    </Form>
  );
}
