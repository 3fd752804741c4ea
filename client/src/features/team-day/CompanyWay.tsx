import { Trans } from '@lingui/react/macro';
import type { OpenTeamDayQuery } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import styles from './team-day.module.css';

type WayIn = NonNullable<NonNullable<OpenTeamDayQuery['openTeamDay']>['wayIn']>;

/** The company's own sign-in, on the page of its day: to it, or that somebody has just come from it. */
export function CompanyWay({ wayIn: { company, startPath, ownName } }: { readonly wayIn: WayIn }) {
  if (ownName !== null) {
    return (
      <p role="status" className={styles['quiet']}>
        <Trans>{company}确认了是您。再填下面几项就报上名了；以后用公司账号登录就行。</Trans>
      </p>
    );
  }
  return (
    <div className={styles['company']}>
      <a className={styles['way']} href={startPath}>
        <span aria-hidden="true">→</span>
        <span>
          <strong lang={dataLang(company)}>
            <Trans>用{company}的公司账号登录</Trans>
          </strong>
          <small>
            <Trans>姓名会带过来，报名马上记下。</Trans>
          </small>
        </span>
      </a>
      <p className={styles['or']}>
        <Trans>或者用手机号报名：</Trans>
      </p>
    </div>
  );
}
