// Amounts side by side with their difference, in a table that fits 320 pixels.

export interface ComparedRow {
  readonly word: string
  /** As they are shown: one for each column. */
  readonly cells: readonly string[]
  readonly differs: boolean
}

interface ComparedProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly ComparedRow[]
}

export function Compared({ caption, columns, rows }: ComparedProps) {
  return (
    <table class="review-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.word} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** The word has a line of its own: three amounts in crores beside it do not fit into 320 pixels. */
function Row({ row: { word, cells, differs } }: { row: ComparedRow }) {
  return (
    <>
      <tr class="word">
        <th scope="rowgroup" colSpan={cells.length}>
          {word}
          {differs && <span class="differs"> ≠ differs</span>}
        </th>
      </tr>
      <tr>
        {cells.map((cell, column) => (
          <td key={column}>{cell}</td>
        ))}
      </tr>
    </>
  )
}
