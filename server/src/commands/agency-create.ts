// `npm run agency:create`: makes the agency and its director where no browser is at hand. The password is never a flag.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { FirstRun, type FirstRunInput } from '../people/index.js';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

const USAGE = `npm run agency:create -- [--name 机构名称] [--director 主任姓名] [--identifier 手机号或邮箱] [--locale zh-CN|en]
What is left out is asked for, the password always: 没有给出的会逐项询问，密码总是询问。`;

const WORDS: Readonly<Record<string, string>> = {
  'agencyName REQUIRED': '请填写机构名称 Please give the name of the agency (--name).',
  'agencyName TOO_LONG': '机构名称过长 The name of the agency is too long (--name).',
  'directorName REQUIRED': '请填写主任姓名 Please give the name of the director (--director).',
  'directorName TOO_LONG': '主任姓名过长 The name of the director is too long (--director).',
  'identifier NOT_PHONE_OR_EMAIL': '请填写手机号或邮箱 Please give a phone number or an e-mail address (--identifier).',
  'password PASSWORD_TOO_SHORT': '密码至少 10 个字符 The password needs at least 10 characters.',
};

/** 0 where the agency was made, 1 where it was refused, 2 where the command was not understood. */
export async function agencyCreate(
  args: readonly string[],
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const flags = readFlags(args);
  if (!flags) {
    terminal.complain(USAGE);
    return 2;
  }
  // Nobody works jobs here: this process ends at once.
  const config: Config = { ...readConfig(environment), workers: 0 };
  const app = await NestFactory.createApplicationContext(AppModule.with(config, new SystemClock()), {
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  try {
    const firstRun = app.get(FirstRun);
    if (!(await firstRun.isNeeded())) return refuse(terminal, [ALREADY]);
    const input = await complete(flags, terminal);
    const outcome = await firstRun.createAgency(input);
    if (outcome.ok) {
      terminal.say(`已建立 Made: ${input.agencyName}. 请登录 Sign in as ${input.identifier}: ${config.publicUrl}`);
      return 0;
    }
    if (outcome.error.code === 'SETUP_ALREADY_DONE') return refuse(terminal, [ALREADY]);
    return refuse(
      terminal,
      outcome.error.fields.map(({ field, code }) => WORDS[`${field} ${code}`] ?? `${field}: ${code}`),
    );
  } finally {
    await app.close();
  }
}

const ALREADY = '平台上已有机构，没有改动 This platform has its agency already; nothing was changed.';

type Flags = Partial<Record<'name' | 'director' | 'identifier' | 'locale', string>>;

function readFlags(args: readonly string[]): Flags | undefined {
  const text = { type: 'string' } as const;
  try {
    const options = { name: text, director: text, identifier: text, locale: text };
    const { values } = parseArgs({ args: [...args], options });
    return [undefined, 'zh-CN', 'en'].includes(values.locale) ? values : undefined;
  } catch {
    return undefined;
  }
}

async function complete(flags: Flags, terminal: Terminal): Promise<FirstRunInput> {
  return {
    agencyName: flags.name ?? (await terminal.ask('机构名称 Name of the agency: ')),
    directorName: flags.director ?? (await terminal.ask('主任姓名 Name of the director: ')),
    identifier: flags.identifier ?? (await terminal.ask('主任的手机号或邮箱 Phone or e-mail of the director: ')),
    password: await terminal.askSecret('密码 Password (10+): '),
    locale: flags.locale === 'en' ? 'en' : 'zh-CN',
  };
}

function refuse(terminal: Terminal, lines: readonly string[]): number {
  for (const line of lines) terminal.complain(line);
  return 1;
}

runCommand('agency-create', agencyCreate);
