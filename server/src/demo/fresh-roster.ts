// A short roster that waits for review, so that the page of imports has rows with reasons to show.
import { addDays, type LocalDate } from '@tongxing/shared/kernel';

const HEAD =
  '姓名,手机,性别,出生日期,语言,技能特长,服务区域,空闲时间,可陪伴人数,督导,培训日期,违法犯罪记录查询日期,查询结果';

/** Eight invented people: five good rows, two to be mended, one who stands there twice. */
export function freshRoster(today: LocalDate): Uint8Array {
  const ago = (days: number) => addDays(today, -days);
  const papers = `陈静,${ago(20)},${ago(12)},无`;
  const rows = [
    `舒望,19900000301,女,1994-04-12,普通话、四川话,阅读、倾听,晴川街道,周六 9:00-12:00,1,${papers}`,
    `甘霖,19900000302,男,1989-10-03,普通话,数学、作业辅导,石榴街道,周日 14:00-17:00,2,${papers}`,
    `冬青,19900000303,女,2001-01-25,普通话、粤语,音乐、绘画,望桥街道,周三 16:30-18:30,1,${papers}`,
    `路遥之,1990000,男,1978-06-30,普通话,体育,柳浪街道,周六 14:00-17:00,1,${papers}`,
    `季安,19900000305,男,1999-02-30,普通话,编程,鹿鸣街道,周日 9:00-12:00,1,${papers}`,
    `苗圃,19900000306,女,1992-08-17,普通话、苗语,手工、阅读,云溪街道,周六 9:00-12:00,1,${papers}`,
    `甘霖,199 0000 0302,男,1989-10-03,普通话,数学,石榴街道,周日 14:00-17:00,2,${papers}`,
    `闻笛,19900000308,女,1996-12-09,普通话,舞蹈,麦田街道,周五 17:00-19:00,1,${papers}`,
  ];
  return Buffer.from(`\ufeff${[HEAD, ...rows].join('\r\n')}\r\n`);
}
