// What a GET of documents may be narrowed by. A filter that a section does not have is passed over.
import { dayOf, startOf } from '../dates.ts'
import type { HeldEntry } from '../entries.ts'
import { isBuyer } from '../gstin.ts'
import type { Section } from '../validation/section.ts'

type Takes = (section: Section<unknown>) => (entry: HeldEntry) => boolean

interface Filter {
  /** Nothing where the text is not of the form that Sandbox asks for. */
  read(text: string): Takes | undefined
  readonly form: string
}

const byParty = (text: string): Takes => {
  const party = text.toUpperCase()
  return () => (entry) => entry.party === party
}

const filters = {
  from: {
    form: 'DD/MM/YYYY',
    read(text) {
      const day = dayOf(text, '/')
      return day === undefined ? undefined : () => (entry) => entry.savedAt >= startOf(day)
    },
  },
  // Only a buyer's answer could require action, and nobody here is a buyer.
  action_required: {
    form: 'Y or N',
    read: (text) => (['Y', 'N'].includes(text) ? () => () => text === 'N' : undefined),
  },
  counterparty_gstin: {
    form: 'a GSTIN',
    read: (text) => (isBuyer(text) ? byParty(text) : undefined),
  },
  state_code: {
    form: 'two digits',
    read: (text) => (/^\d\d$/.test(text) ? byParty(text) : undefined),
  },
  sub_section: {
    form: 'the name of a part of the section',
    read: (text) =>
      /^[a-z]+$/i.test(text)
        ? ({ inside }) =>
            () =>
              inside?.member === text.toLowerCase()
        : undefined,
  },
} satisfies Record<string, Filter>

const ofSlug: Readonly<Record<string, readonly (keyof typeof filters)[]>> = {
  b2b: ['action_required', 'from', 'counterparty_gstin'],
  b2ba: ['action_required', 'from', 'counterparty_gstin'],
  b2cl: ['state_code'],
  b2cla: ['state_code'],
  cdnr: ['action_required', 'from'],
  cdnra: ['action_required', 'from'],
  // Advances have no counterparty, though the documentation lists it.
  txp: ['action_required', 'from'],
  supeco: ['sub_section', 'from'],
  supecoa: ['sub_section', 'from'],
}

/** `wrong` says which filter is not of its form. */
export function filterOf(
  slug: string,
  query: URLSearchParams,
): { takes: Takes } | { wrong: string } {
  const chosen: Takes[] = []
  for (const name of ofSlug[slug] ?? []) {
    const text = query.get(name)
    if (text === null) continue
    const takes = filters[name].read(text)
    if (!takes) return { wrong: `${name} must be ${filters[name].form}.` }
    chosen.push(takes)
  }
  return {
    takes: (section) => (entry) => chosen.every((takes) => takes(section)(entry)),
  }
}
