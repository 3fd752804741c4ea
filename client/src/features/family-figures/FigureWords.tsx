// What each figure says, of how many, and how it is counted. A source's own term stands in a definition only (T6).
import { Plural, Trans } from '@lingui/react/macro';
import { foremost, oneDecimal, type Figure } from './figure-view.js';
import { usePartWords } from './use-part-words.js';

interface Of {
  readonly figure: Figure;
}

/** The finding in one sentence; the subject alone where there is nothing to find yet, or where it is withheld. */
export function Finding({ figure }: Of) {
  const words = usePartWords();
  const mean = figure.mean == null ? undefined : oneDecimal(figure.mean);
  const share = figure.togetherShare == null ? undefined : oneDecimal(figure.togetherShare);
  const first = foremost(figure.parts);
  const most = first ? words(figure.figure, first.part) : undefined;
  const { denominator } = figure;
  switch (figure.figure) {
    case 'HOUSEHOLD_SIZE':
      return mean ? <Trans>平均每个家庭 {mean} 人</Trans> : <Trans>每个家庭有多少人</Trans>;
    case 'FAMILY_FORM':
      return share ? <Trans>{share}% 的家庭是单亲、隔代或重组家庭</Trans> : <Trans>谁和谁住在一起</Trans>;
    case 'CAREGIVER_EDUCATION':
      return share ? <Trans>{share}% 的主要照护人没上过学，或只上过识字班</Trans> : <Trans>主要照护人上过多少学</Trans>;
    case 'MAJOR_EVENT':
      return share ? <Trans>{share}% 的家庭近年经历过重大变化</Trans> : <Trans>近年的重大变化</Trans>;
    case 'MAJOR_EVENT_KIND':
      return most ? <Trans>经历过重大变化的家庭里，最多的是：{most}</Trans> : <Trans>经历了哪些重大变化</Trans>;
    case 'FAMILY_NEED':
      return most ? <Trans>家庭说得最多的需要是：{most}</Trans> : <Trans>家庭说自己需要什么</Trans>;
    case 'VOLUNTEER_KIND':
      return denominator ? (
        <Trans>{denominator} 个志愿者角色从服务中成长起来</Trans>
      ) : (
        <Trans>从服务中成长的志愿者</Trans>
      );
  }
}

/** Of how many, in words. */
export function Denominator({ figure }: Of) {
  const { denominator, sum, together, helpers } = figure;
  if (denominator == null) return <Trans>人数太少，不对外显示。</Trans>;
  if (denominator === 0) return <Trans>还没有登记。登记以后，这里会有数字。</Trans>;
  switch (figure.figure) {
    case 'HOUSEHOLD_SIZE':
      return (
        <Trans>
          {sum} 人，{denominator} 户。
        </Trans>
      );
    case 'FAMILY_FORM':
      return together == null ? (
        <Trans>分母：{denominator} 户。</Trans>
      ) : (
        <Trans>
          {together} 户，分母 {denominator} 户。
        </Trans>
      );
    case 'CAREGIVER_EDUCATION':
      return together == null ? (
        <Trans>分母：{denominator} 人。</Trans>
      ) : (
        <Trans>
          {together} 人，分母 {denominator} 人。
        </Trans>
      );
    case 'MAJOR_EVENT':
      return together == null ? (
        <Trans>分母：{denominator} 户。</Trans>
      ) : (
        <Trans>
          {together} 户，分母 {denominator} 户。
        </Trans>
      );
    case 'MAJOR_EVENT_KIND':
      return <Trans>分母：经历过重大变化的 {denominator} 户，不是全部家庭。一户可以有几种，合计会超过 100%。</Trans>;
    case 'FAMILY_NEED':
      return <Trans>分母：问过需要的 {denominator} 户。一户可以说几种，合计会超过 100%。</Trans>;
    case 'VOLUNTEER_KIND':
      return (
        <>
          <Trans>分母：{denominator} 个角色；一个人有两种角色，就算两个。</Trans>{' '}
          {helpers == null ? null : <Plural value={helpers} other="其中 # 人自己曾是服务对象（助人自助）。" />}
        </>
      );
  }
}

/** How it is counted, and what the source calls it. */
export function Definition({ figure: { figure } }: Of) {
  switch (figure) {
    case 'HOUSEHOLD_SIZE':
      return <Trans>算法：登记了人数的家庭，人数相加，除以户数，保留一位小数，四舍五入。</Trans>;
    case 'FAMILY_FORM':
      return <Trans>算法：登记了家庭形态的家庭。来源资料把单亲、隔代和重组三种合称“不完整家庭”。</Trans>;
    case 'CAREGIVER_EDUCATION':
      return <Trans>算法：以人为单位，每户当前的主要照护人，知道受教育程度的。来源资料称“文盲、半文盲”。</Trans>;
    case 'MAJOR_EVENT':
      return <Trans>算法：走访过的家庭，也就是登记了家庭形态或重大变化的家庭。</Trans>;
    case 'MAJOR_EVENT_KIND':
      return <Trans>算法：只在经历过重大变化的家庭里算占比，每种变化每户算一次。</Trans>;
    case 'FAMILY_NEED':
      return <Trans>算法：至少说过一种需要的家庭；已经解决的需要不再算。</Trans>;
    case 'VOLUNTEER_KIND':
      return <Trans>算法：到这一天为止开始过的角色，累计；同一个人停了又来，算一次。</Trans>;
  }
}
