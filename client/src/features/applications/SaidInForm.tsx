import { Trans, useLingui } from '@lingui/react/macro';
import { INTERESTS, LANGUAGES, SKILLS, wordsOf, type Code } from '@tongxing/shared/rules';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { VIA } from './application-words.js';
import type { AreaWord } from './ApplicationPage.js';
import styles from './applications.module.css';

interface SaidInFormProps {
  readonly application: Desk_ApplicationFragment;
  readonly areas: readonly AreaWord[];
}

/** What the applicant wrote, in words. */
export function SaidInForm({ application, areas }: SaidInFormProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const english = i18n.locale === 'en';
  const inWords = (table: readonly Code[], codes: readonly string[]) => {
    const words = codes.flatMap((code) => wordsOf(table, code) ?? []);
    return words.length === 0 ? <NotSaid /> : format.list(words.map(({ zh, en }) => (english ? en : zh)));
  };
  const { phone, birthDate, gender, guardianName, guardianPhone, freeTimes, areaCode, via, linkName } = application;
  const area = areas.find(({ code }) => code === areaCode);
  return (
    <Facts>
      <Fact name={<Trans>手机号</Trans>}>
        <a href={`tel:${phone}`}>{phone}</a>
      </Fact>
      <Fact name={<Trans>出生日期</Trans>}>{birthDate ? format.day(birthDate) : <NotSaid />}</Fact>
      <Fact name={<Trans>性别</Trans>}>
        {gender === 'FEMALE' ? <Trans>女</Trans> : gender === 'MALE' ? <Trans>男</Trans> : <NotSaid />}
      </Fact>
      {guardianName ? (
        <Fact name={<Trans>监护人</Trans>}>
          {guardianName} <a href={`tel:${guardianPhone}`}>{guardianPhone}</a>
        </Fact>
      ) : null}
      <Fact name={<Trans>想做的事</Trans>}>{inWords(INTERESTS, application.interests)}</Fact>
      <Fact name={<Trans>有空的时候</Trans>}>
        {freeTimes.length === 0 ? <NotSaid /> : format.list(freeTimes.map((time) => format.weeklyTime(time)))}
      </Fact>
      <Fact name={<Trans>住在哪一带</Trans>}>
        {area ? english && area.nameEn !== '' ? area.nameEn : area.name : <NotSaid />}
      </Fact>
      <Fact name={<Trans>会说的话</Trans>}>{inWords(LANGUAGES, application.languages)}</Fact>
      <Fact name={<Trans>会做的事</Trans>}>{inWords(SKILLS, application.skills)}</Fact>
      <Fact name={<Trans>为什么想来</Trans>}>
        <AsWritten text={application.motive} />
      </Fact>
      <Fact name={<Trans>以前的经历</Trans>}>
        <AsWritten text={application.experience} />
      </Fact>
      <Fact name={<Trans>怎么来的</Trans>}>{linkName ? `${i18n._(VIA[via])} · ${linkName}` : i18n._(VIA[via])}</Fact>
    </Facts>
  );
}

function AsWritten({ text }: { readonly text: string }) {
  return (
    <span className={styles['words']} lang={dataLang(text)}>
      {text || <NotSaid />}
    </span>
  );
}

const NotSaid = () => <Trans>没有填写</Trans>;
