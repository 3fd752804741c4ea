// What colleagues are told about rosters and backups; both languages.

export const DESK_WORDS = {
  importToConfirm: {
    'zh-CN': () => ({
      title: '一份名单等您确认',
      body: '同事导入了一份名单。按规定要由另一位有权限的人核对后才算数，请您看一看。',
      action: '去核对',
    }),
    en: () => ({
      title: 'A roster awaits your confirmation',
      body: 'A colleague imported a roster. Its facts count only once a second authorised person has checked them. Please have a look.',
      action: 'Check it',
    }),
  },
  importConfirmed: {
    'zh-CN': () => ({
      title: '您导入的名单已确认',
      body: '另一位同事核对了您导入的名单，里面的资料现在可以使用了。',
      action: '查看名单',
    }),
    en: () => ({
      title: 'Your roster was confirmed',
      body: 'A second colleague checked the roster you imported; its facts can be used now.',
      action: 'Open the roster',
    }),
  },
  backupOverdue: {
    'zh-CN': () => ({
      title: '该备份了',
      body: '平台的数据或密钥有几天没有做成备份。请让负责服务器的人按“运行状态”一页上的办法备份。',
      action: '看看运行状态',
    }),
    en: () => ({
      title: 'It is time for a backup',
      body: 'For some days no backup of the data or of the keys has succeeded. Please ask whoever looks after the server to make one; the page of operations says how.',
      action: 'Open operations',
    }),
  },
} as const;
