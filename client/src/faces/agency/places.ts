// The desk's rail, in the order of the work.
import { msg } from '@lingui/core/macro';
import {
  IconAdjustments,
  IconAlertOctagon,
  IconCertificate,
  IconArrowsJoin,
  IconBooks,
  IconChartBar,
  IconClipboardCheck,
  IconEye,
  IconEyeCheck,
  IconFileImport,
  IconHome,
  IconId,
  IconListDetails,
  IconMoodKid,
  IconNotes,
  IconSend,
  IconShieldHeart,
  IconSunHigh,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import type { Place } from '../../ui/shell/place.js';

export const PLACES: readonly (readonly Place[])[] = [
  [{ path: '/agency', label: msg`今天`, icon: IconSunHigh, exact: true, permission: 'match.read' }],
  [
    {
      path: '/agency/children',
      label: msg({ message: '儿童', context: 'several' }),
      icon: IconMoodKid,
      permission: 'child.read',
    },
    {
      path: '/agency/households',
      label: msg({ message: '家庭', context: 'several' }),
      icon: IconHome,
      permission: 'household.read',
    },
    {
      path: '/agency/volunteers',
      label: msg({ message: '志愿者', context: 'several' }),
      icon: IconUsers,
      permission: 'volunteer.read',
    },
    { path: '/agency/matching', label: msg`匹配`, icon: IconArrowsJoin, permission: 'match.read' },
    {
      path: '/agency/companionships',
      label: msg`成长陪伴`,
      icon: IconClipboardCheck,
      permission: 'companionship.read',
    },
    { path: '/agency/cards', label: msg`成长卡片`, icon: IconNotes, permission: 'progress.read' },
    { path: '/agency/opened-to-partner', label: msg`给我看的孩子`, icon: IconEye, permission: 'share.readAsPartner' },
    { path: '/agency/opened-to-expert', label: msg`给我看的孩子`, icon: IconEye, permission: 'share.readAsExpert' },
    { path: '/agency/concerns', label: msg`安全关切`, icon: IconShieldHeart, permission: 'concern.read' },
    { path: '/agency/programmes', label: msg`项目`, icon: IconBooks, permission: 'programme.read' },
  ],
  [
    {
      path: '/agency/staff',
      label: msg({ message: '同事', context: 'several' }),
      icon: IconId,
      permission: 'staff.read',
    },
    { path: '/agency/rights', label: msg`个人信息请求`, icon: IconUserShield, permission: 'rights.read' },
    { path: '/agency/breaches', label: msg`信息事件`, icon: IconAlertOctagon, permission: 'breach.read' },
    { path: '/agency/compliance', label: msg`年度合规证明`, icon: IconCertificate, permission: 'evidence.read' },
    { path: '/agency/imports', label: msg`导入名单`, icon: IconFileImport, permission: 'roster.stage' },
    { path: '/agency/figures', label: msg`家庭统计`, icon: IconChartBar, permission: 'figure.read' },
    { path: '/agency/settings', label: msg`机构设置`, icon: IconAdjustments, permission: 'setting.read' },
    { path: '/agency/who-reads', label: msg`谁看到什么`, icon: IconEyeCheck, permission: 'staff.read' },
    { path: '/agency/audit', label: msg`操作记录`, icon: IconListDetails, permission: 'audit.read' },
    { path: '/agency/operations', label: msg`运行状态`, icon: IconSend, permission: 'job.read' },
  ],
];
