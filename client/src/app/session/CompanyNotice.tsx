import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Card } from '../../ui/page/Page.js';

const WORDS: Readonly<Record<string, ReactNode>> = {
  tied: <Trans>公司账号关联好了，下次可以用它登录。</Trans>,
  unknown: <Trans>没有这个公司代码，或者这家公司已经不这样登录了。请看看机构给公司的网址。</Trans>,
  no_answer: <Trans>公司的登录系统现在没有回答。请过一会儿再试，或者先用手机号、邮箱登录。</Trans>,
  not_yours: <Trans>公司账号只能用来打开公司和员工的页面。您的账号请用手机号或邮箱登录。</Trans>,
  late: <Trans>离开得久了一点，这一次不算了。请再点一次。</Trans>,
  refused: <Trans>公司的登录系统没有确认是您。可以再试一次，或者先用手机号、邮箱登录。</Trans>,
  not_tied: <Trans>这个公司账号还没有关联这里的账号。请先用手机号或邮箱登录，再在“我的账号”里关联一次。</Trans>,
  taken: <Trans>这个公司账号已经关联了另一个人。请看看在公司登录的是不是您自己。</Trans>,
};

/** How it went with a company's own sign-in, told on the page to which it led back. */
export function CompanyNotice() {
  const [params] = useSearchParams();
  const words = WORDS[params.get('company') ?? ''];
  if (words === undefined) return null;
  return (
    <div role="status">
      <Card>
        <p>{words}</p>
      </Card>
    </div>
  );
}
