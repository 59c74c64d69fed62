// What is kept of a filing: ARN, date, signatory; to copy into a mail or the client's file, or to print.
import type { ReturnView } from '../../../agent/http/outputs/return.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { dayName, periodName } from '../../ui/dates.ts'
import { sectionName } from '../section-names.ts'
import { amountsWords } from '../amounts-words.ts'

interface Fact {
  readonly name: string
  readonly value: string
  readonly how?: 'code' | 'code arn'
}

const NOT_TOLD = 'not told by the portal'

export function FiledSummary({ view }: { view: ReturnView }) {
  const facts = factsOf(view)
  const { environment } = view
  const text = [
    // What is pasted elsewhere must not pass for a real filing.
    ...(environment === 'live' ? [] : [`Not a real filing: ${environment} portal`]),
    ...facts.map(({ name, value }) => `${name}: ${value}`),
  ].join('\n')
  return (
    <>
      <dl class="stacked">
        {facts.map(({ name, value, how }) => (
          <>
            <dt>{name}</dt>
            <dd class={how}>{value}</dd>
          </>
        ))}
      </dl>
      <div class="actions">
        {view.arn !== undefined && <CopyButton text={view.arn}>Copy ARN</CopyButton>}
        <CopyButton text={text}>Copy all</CopyButton>
        <Button onPress={() => window.print()}>Print</Button>
      </div>
    </>
  )
}

function factsOf(view: ReturnView): Fact[] {
  const { arn, toldArn, filedOn, gstin, period, signed, ack, nil } = view
  return [
    { name: 'ARN', value: arn ?? NOT_TOLD, how: 'code arn' },
    ...(toldArn !== undefined && toldArn !== arn
      ? [
          {
            name: 'ARN as typed in, which the portal did not confirm',
            value: toldArn,
            how: 'code' as const,
          },
        ]
      : []),
    { name: 'Filed on', value: filedOn === undefined ? NOT_TOLD : dayName(filedOn) },
    { name: 'GSTIN', value: gstin, how: 'code' },
    { name: 'Return', value: `GSTR-1 for ${periodName(period)}${nil ? ', nil' : ''}` },
    ...(signed === undefined
      ? []
      : [{ name: 'Signed with EVC by PAN', value: signed.signatory, how: 'code' as const }]),
    ...(signed?.differences ?? []).map(({ section, difference }) => ({
      name: `Accepted difference, ${sectionName(section)}`,
      value: `Portal less sheets: ${amountsWords(difference)}`,
    })),
    ...(ack === undefined ? [] : [{ name: 'Acknowledgement', value: ack, how: 'code' as const }]),
  ]
}
