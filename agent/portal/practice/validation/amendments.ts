// Amendments of earlier returns: the rules on what is amended, for documents and for rows of a month.
import { z } from 'zod'
import type { PortalCode } from '../codes.ts'
import { dayOf, endOf, gstStart, monthOf } from '../dates.ts'
import type { Original, Past } from '../past.ts'
import { isNumber } from './document-rules.ts'
import type { Rule, Section, Sent } from './section.ts'

/** `MMYYYY` */
export const month = z.string().regex(/^(0[1-9]|1[012])(19|20)\d\d$/)

type Amending<D> = Required<Pick<Section<D>, 'originals'>> & { readonly rules: readonly Rule<D>[] }

interface Numbered {
  readonly number: string
  /** `DD-MM-YYYY` */
  readonly date: string
}

interface OfDocuments<D> {
  /** Sections of an earlier return that may hold the original. */
  readonly sections: readonly string[]
  original(document: D): Numbered
  revised(document: D): Numbered
  /** The portal's number for a document, where it is more than the document's own. */
  keyOf?(number: string, sent: Sent<D>): string
  /** The date of an original, as it was sent. */
  dateOf(original: object): string
  readonly codes: {
    readonly missing: PortalCode
    /** The revised number is that of another document in a return filed before. */
    readonly taken: PortalCode
    /** The revised date is not valid. */
    readonly date: PortalCode
    /** The original was to another party; left out where an amendment may change it. */
    readonly party?: PortalCode
  }
}

/** Documents may be older than in their own return, but not of this month. */
export function amendsDocuments<D>(how: OfDocuments<D>): Amending<D> {
  const { sections, codes, keyOf = (number) => number } = how
  const find = (sent: Sent<D>, past: Past, { number }: Numbered) => {
    const day = dayOf(how.original(sent.document).date)
    if (day === undefined) return []
    return past.documents(sections, keyOf(number, sent), `${day.slice(5, 7)}${day.slice(0, 4)}`)
  }
  const originals = (sent: Sent<D>, past: Past) => find(sent, past, how.original(sent.document))
  const rules: Rule<D>[] = [
    { code: 'RET191203', broken: ({ document }) => !isNumber(how.original(document).number) },
    {
      code: 'RET191158',
      broken({ document }) {
        const day = dayOf(how.original(document).date)
        return day === undefined || day < gstStart
      },
    },
    {
      code: 'RET191198',
      unless: ['RET191158'],
      broken: ({ document }, { period }) =>
        (dayOf(how.original(document).date) ?? '') >= monthOf(period),
    },
    {
      code: codes.missing,
      unless: ['RET191203', 'RET191158', 'RET191198'],
      broken: (sent, { past }) => originals(sent, past)?.length === 0,
    },
    {
      code: 'RET191158',
      unless: [codes.missing, 'RET191198'],
      broken: (sent, { past }) => {
        const found = originals(sent, past) ?? []
        const { date } = how.original(sent.document)
        return found.length > 0 && found.every((one) => how.dateOf(one.sent as object) !== date)
      },
    },
    {
      code: codes.date,
      broken({ document }, { period }) {
        const day = dayOf(how.revised(document).date)
        return day === undefined || day > endOf(period) || day < gstStart
      },
    },
    {
      code: codes.taken,
      unless: ['RET191203', 'RET191158', 'RET191198'],
      broken(sent, { past }) {
        const revised = how.revised(sent.document)
        if (sameNumber(revised, how.original(sent.document))) return false
        return (find(sent, past, revised) ?? []).length > 0
      },
    },
  ]
  const { party } = codes
  if (party) {
    rules.push({
      code: party,
      unless: [codes.missing, 'RET191158', 'RET191198'],
      broken: (sent, { past }) => {
        const found = originals(sent, past) ?? []
        return found.length > 0 && found.every((one) => one.party !== sent.party.toUpperCase())
      },
    })
  }
  return { originals, rules }
}

const sameNumber = (one: Numbered, other: Numbered): boolean =>
  one.number.toUpperCase() === other.number.toUpperCase()

interface OfRows<D> {
  readonly section: string
  /** `MMYYYY` */
  month(document: D): string
  /** Whether an original is of the rows that are amended. */
  fits(original: Original, sent: Sent<D>): boolean
  readonly missing: PortalCode
}

/** All rows of the month that fit are what is amended. */
export function amendsRows<D>({ section, month: of, fits, missing }: OfRows<D>): Amending<D> {
  const originals = (sent: Sent<D>, past: Past) =>
    past.rows(section, of(sent.document))?.filter((one) => fits(one, sent))
  return {
    originals,
    rules: [
      {
        code: 'RET191198',
        broken: ({ document }, { period }) => monthOf(of(document)) >= monthOf(period),
      },
      {
        code: missing,
        unless: ['RET191198'],
        broken: (sent, { past }) => originals(sent, past)?.length === 0,
      },
    ],
  }
}
