import { Trans, useLingui } from '@lingui/react/macro';
import { LANGUAGES, SKILLS, VOLUNTEER_RANGES } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { VolunteerOfferQuery } from '../../gql/graphql.js';
import { choosable, fits, toInput, toTyped, type Offer, type Typed } from './offer-view.js';
import { CHANGE_VOLUNTEER, VOLUNTEER_OFFER } from './volunteer-page.operations.js';
import styles from './volunteer-page.module.css';
import { WeekTimesFields } from './WeekTimesFields.js';

export interface OfferFormProps {
  readonly volunteerId: string;
  /** Called once it was saved, or given up. */
  readonly close: (saved: boolean) => void;
}
type Areas = VolunteerOfferQuery['areaChoices'];

/** What a volunteer brings along, changed as they say it; read anew when it is opened, so that nothing is written over. */
export function OfferForm({ volunteerId, close }: OfferFormProps) {
  const [{ data, error }, load] = useQuery({
    query: VOLUNTEER_OFFER,
    variables: { id: volunteerId },
    requestPolicy: 'network-only',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={4} />;
  if (!data.volunteer) return <NotFoundState home="/agency/volunteers" />;
  const { volunteer, areaChoices } = data;
  return <Fields key={volunteer.version} offer={volunteer} areas={areaChoices} reload={reload} close={close} />;
}

interface FieldsProps extends Pick<OfferFormProps, 'close'> {
  readonly offer: Offer;
  readonly areas: Areas;
  readonly reload: () => void;
}

function Fields({ offer, areas, reload, close }: FieldsProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, change] = useMutation(CHANGE_VOLUNTEER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({ draft: `offer.${offer.id}.${offer.version}`, defaultValues: toTyped(offer) });
  const { errors } = form.formState;
  const word = ({ zh, en }: { readonly zh: string; readonly en: string }) => (i18n.locale === 'en' ? en : zh);
  const { places, travelMetres } = VOLUNTEER_RANGES;
  const [nearest, furthest] = [travelMetres.least / 1000, travelMetres.most / 1000];
  const placesWrong = t`请写 ${places.least} 到 ${places.most} 的整数。`;
  const travelWrong = t`请写 ${nearest} 到 ${furthest} 公里，或者空着。`;

  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const { data, error } = await change({ input: toInput(offer, typed) });
    if (!data) return setProblem(<RequestFault error={error} />);
    const { outcome } = data;
    switch (outcome.__typename) {
      case 'Volunteer':
        form.forget();
        toast({ message: t`改好了。下一次匹配会按新的情况。` });
        return close(true);
      case 'InvalidInput':
        for (const { field } of outcome.fields) {
          if (field === 'places') form.setError('places', { message: placesWrong });
          if (field === 'travelMetres') form.setError('travel', { message: travelWrong });
          if (field === 'areaCode') form.setError('areaCode', { message: t`这个区域已经停用，请换一个。` });
        }
        if (outcome.fields.some(({ field }) => field === 'freeTimes')) {
          setProblem(<Trans>请看看每一段空闲时间：开始要早于结束，同一天的两段不要重叠。</Trans>);
        }
        return;
      default:
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={reload} />);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>保存</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" size="md" onClick={() => close(false)}>
          <Trans>先不改</Trans>
        </Button>
      }
    >
      <FieldGroup label={t`会做的事`}>
        <div className={styles['choices']}>
          {SKILLS.map((skill) => (
            <Checkbox key={skill.code} label={word(skill)} value={skill.code} {...form.register('skills')} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup label={t`会说的话`}>
        <div className={styles['choices']}>
          {LANGUAGES.map((language) => (
            <Checkbox
              key={language.code}
              label={word(language)}
              value={language.code}
              {...form.register('languages')}
            />
          ))}
        </div>
      </FieldGroup>
      <WeekTimesFields
        value={form.watch('freeTimes')}
        change={(times) => form.setValue('freeTimes', [...times], { shouldDirty: true })}
      />
      <div className={styles['pair']}>
        <NativeSelect
          label={t`服务区域`}
          error={errors.areaCode?.message}
          data={[
            { value: '', label: t`还没有填写` },
            ...choosable(areas, offer.areaCode).map(({ code, name, nameEn, closed }) => {
              const called = i18n.locale === 'en' && nameEn !== '' ? nameEn : name;
              return { value: code, label: closed ? t`${called}（已停用）` : called };
            }),
          ]}
          {...form.register('areaCode')}
        />
        <TextInput
          inputMode="numeric"
          label={t`可以陪伴几个孩子`}
          error={errors.places?.message}
          {...form.register('places', {
            validate: (typed) => (typed.trim() !== '' && fits('places', Number(typed))) || placesWrong,
          })}
        />
        <TextInput
          inputMode="decimal"
          label={t`愿意走多远（公里）`}
          description={t`空着就按机构的设置。`}
          error={errors.travel?.message}
          {...form.register('travel', {
            validate: (typed) =>
              typed.trim() === '' || fits('travelMetres', Math.round(Number(typed) * 1000)) || travelWrong,
          })}
        />
      </div>
    </Form>
  );
}
