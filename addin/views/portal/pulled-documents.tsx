// The portal's 23 documents: what it holds of each, and what it is still putting together.
import type { Pull, PulledDocument } from '../../../agent/http/outputs/portal.ts'
import { count, counted } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { inReturnOrder, sectionName, whatIsCounted } from '../section-names.ts'

export function PulledDocuments({ pull }: { pull: Pull }) {
  const documents = inReturnOrder(pull.documents)
  const of = (state: PulledDocument['state']) => documents.filter((one) => one.state === state)
  const waiting = of('being-prepared')
  return (
    <>
      {waiting.length > 0 && (
        <Notice weight="note" title="The portal is still putting some of it together">
          <ul>
            {waiting.map(({ section, minutes }) => (
              <li key={section}>
                {sectionName(section)}:{' '}
                {minutes === undefined ? 'ask again later' : `ready in about ${minutes} min`}
              </li>
            ))}
          </ul>
          <p>These are not compared. Press Ask the portal again after that time.</p>
        </Notice>
      )}
      <details>
        <summary>
          On the portal: {counted(of('held').length, 'table')} with entries,{' '}
          {count(of('empty').length)} without
        </summary>
        <dl>
          {of('held').map(({ section, count: number }) => (
            <>
              <dt>{sectionName(section)}</dt>
              <dd>{counted(number, ...whatIsCounted(section))}</dd>
            </>
          ))}
        </dl>
        {of('empty').length > 0 && (
          <p class="hint">
            Nothing in:{' '}
            {of('empty')
              .map(({ section }) => sectionName(section))
              .join(', ')}
            .
          </p>
        )}
      </details>
    </>
  )
}
