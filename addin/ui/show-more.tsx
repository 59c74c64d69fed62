// The way to the rest of a long list, of which so many are drawn at a time.
import { count } from './amounts.ts'
import { Button } from './button.tsx'

interface ShowMoreProps {
  readonly all: number
  readonly shown: number
  readonly page: number
  readonly onMore: (shown: number) => void
}

export function ShowMore({ all, shown, page, onMore }: ShowMoreProps) {
  if (all <= shown) return null
  return (
    <Button onPress={() => onMore(shown + page)}>
      {`Show ${count(Math.min(page, all - shown))} more of ${count(all)}`}
    </Button>
  )
}
