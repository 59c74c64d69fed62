// What --help says, made from the tables of commands and options.
import { COMMANDS, type Command } from './commands.ts'
import { optionCalled, type OptionName } from './options.ts'

const EXIT_CODES = `Exit codes: 0 done and clean, 1 refused or problems, 2 wrong usage, 3 sign-in needed, 4 not known yet, 130 interrupted.`
const WIDTH = 96

export const overview = (): string =>
  [
    'GSTR-1 for Excel: the agent and its command line.',
    ...COMMANDS.flatMap((command) => [
      '',
      ...wrapped(usageOf(command), 2, 8),
      indented(command.help),
    ]),
    '',
    '  gstr1 COMMAND --help     says what the options mean',
    '  gstr1 --version',
    '',
    'OTPs, keys and secrets are read from standard input, never from the options.',
    EXIT_CODES,
  ].join('\n')

export const helpOf = (command: Command): string =>
  [
    ...wrapped(usageOf(command), 0, 6),
    '',
    command.help,
    '',
    ...[...(command.needs ?? []), ...command.takes].map(
      (name) => `  ${optionWord(name).padEnd(34)}${optionCalled(name).help}`,
    ),
    '',
    EXIT_CODES,
  ].join('\n')

const usageOf = ({ name, words = [], needs = [], takes }: Command): string[] => [
  `gstr1 ${name}`,
  ...words,
  ...needs.map(optionWord),
  ...takes.map((option) => `[${optionWord(option)}]`),
]

function optionWord(name: OptionName): string {
  const { value } = optionCalled(name)
  return value === undefined ? `--${name}` : `--${name} ${value}`
}

const indented = (text: string): string => `        ${text}`

function wrapped(words: readonly string[], first: number, rest: number): string[] {
  const lines: string[] = []
  let line = ' '.repeat(first)
  for (const word of words) {
    if (line.trim() !== '' && line.length + word.length > WIDTH) {
      lines.push(line)
      line = ' '.repeat(rest)
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
