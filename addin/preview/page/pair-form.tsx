// Shown instead of the workbook while the page is not paired, or the agent does not answer.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../templates/problems/problem.ts'
import { isPaired } from '../../agent.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from './problem-notice.tsx'

interface PairFormProps {
  readonly problem: Problem
  readonly onCode: (code: string | undefined) => void
}

export function PairForm({ problem, onCode }: PairFormProps) {
  const [code, setCode] = useState('')
  const paired = isPaired()
  return (
    <main class="arrival">
      <h1>GSTR-1 preview</h1>
      <ProblemNotice problem={problem} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onCode(paired ? undefined : code)
        }}
      >
        {!paired && (
          <TextField
            label="Code"
            kind="code"
            hint="8 letters and digits. For a new one, press Enter in the window where the agent runs."
            value={code}
            onValue={setCode}
          />
        )}
        <Button kind="primary" off={!paired && code.trim() === ''}>
          {paired ? 'Try again' : 'Pair'}
        </Button>
      </form>
    </main>
  )
}
