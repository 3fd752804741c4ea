// The rules behind a refusal in plain words. The rule's number never stands alone on a page.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';
import type { RuleName } from './rule-reference.js';

const RULES: Readonly<Record<RuleName, MessageDescriptor>> = {
  H5: msg`开始服务以前，先与监护人签服务协议。`,
  H6: msg`服务前要完成与任务相应的培训。`,
  H7: msg`服务期间，志愿服务协议要签好并且在有效期内。`,
  H8: msg`凡是接触孩子的成年人，每年都要查询一次，没有例外。`,
  H9: msg`谁都可以说出担心，到期要向主管部门报告；记下来的不会被删掉。`,
  H10: msg`只有职责需要的人才看得到儿童的资料，登录要确认是本人。`,
  H12: msg`儿童的档案分级保管，每一次查看都有记录。`,
  H13: msg`长期的陪伴要有社会工作者批准的计划。`,
  H21: msg`没有监护人的同意就不开始；同意有期限，随时可以撤回。`,
  H22: msg`一个人不会同时被安排在两个地方，路上的时间也算在内。`,
  H25: msg`一对一见面要守约定：约好的地点，附近有另一位大人。`,
  H26: msg`协议、家庭的同意、孩子自己的回答、计划和志愿者的手续都齐了，陪伴才开始。`,
  L34: msg`谁都可以知道机构保存了自己的什么，并按期得到答复（未成年人网络保护条例第三十四条）。`,
  L35: msg`个人信息泄露、篡改、丢失，要马上处置、报告并告诉受影响的人（未成年人网络保护条例第三十五条）。`,
  S4: msg`每位督导者照看得过来的人数有限，督导要按时进行。`,
  P14: msg`志愿者先了解、再培训、再签协议，由社会工作者带着服务。`,
  P15: msg`受过帮助的人愿意帮助别人，是他自己的选择，和得到的帮助无关。`,
  P18: msg`企业和其他团队一年约一次或几次活动，从选日子到说明，一步一步都写下来。`,
  P19: msg`团队来的每一天，都有孩子和家庭自己的部分；不让孩子被围观。`,
  P20: msg`一对一成长陪伴有目标，也有约定的见面次数。`,
};

/** The rule in plain words; undefined for one that this page does not know, whose number is then not shown. */
export const ruleWords = (rule: string): MessageDescriptor | undefined => lookUp(RULES, rule);
