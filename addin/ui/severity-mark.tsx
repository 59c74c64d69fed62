// The sign of a severity: each has its own shape, and its word for those who do not see it.
import type { Weight } from './notice.tsx'

const SIGNS: Readonly<Record<Weight, { word: string; path: string }>> = {
  error: {
    word: 'Error:',
    path: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM5 5l6 6M11 5l-6 6',
  },
  warning: { word: 'Warning:', path: 'M8 1.5 15 14.5H1zM8 6v4M8 12v.5' },
  note: { word: 'Note:', path: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M8 7v4.5M8 4.2v.6' },
  success: { word: 'Done:', path: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M4.5 8.2 7 10.7 11.5 5.6' },
}

export function SeverityMark({ weight }: { weight: Weight }) {
  const { word, path } = SIGNS[weight]
  return (
    <>
      <svg class={`mark ${weight}`} viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
      <span class="unseen">{word}</span>
    </>
  )
}
