// How much the suites do: what every `npm test` does, and what `npm run test:faults` does.

const LONG = process.env.FAULTS === 'long'

export const FIGURES = LONG
  ? { seeds: 20_000, kills: 300, pairs: Infinity, schedules: 300 }
  : { seeds: 5_000, kills: 100, pairs: 100, schedules: 60 }
