import { describe, expect, test } from 'vitest'
import { filingIn } from '../../../agent/filing/confirm.ts'
import { PERIOD } from '../../sheets.ts'

const ENTRY = {
  arn: 'AA290226000001X',
  ret_prd: PERIOD,
  mof: 'ONLINE',
  dof: '11-11-2026',
  rtntype: 'GSTR1',
  status: 'Filed',
  valid: 'Y',
}

describe('the portal’s list proves a filing', () => {
  test('with its ARN, form and period', () => {
    const others = [
      { ...ENTRY, rtntype: 'GSTR3B', arn: 'AA290226000002X' },
      { ...ENTRY, ret_prd: '092026', arn: 'AA290226000003X' },
    ]
    expect(filingIn({ EFiledlist: [...others, ENTRY] }, PERIOD)).toEqual({
      arn: ENTRY.arn,
      on: '2026-11-11',
    })
    expect(filingIn({ EFiledlist: others }, PERIOD)).toBeUndefined()
  })

  test.each([['filed'], ['FILED'], ['Filed-Valid']])('whose status is %s', (status) => {
    expect(filingIn({ EFiledlist: [{ ...ENTRY, status }] }, PERIOD)?.arn).toBe(ENTRY.arn)
  })

  test.each([
    ['Not Filed', { status: 'Not Filed' }],
    ['To be Filed', { status: 'To be Filed' }],
    ['Submitted', { status: 'Submitted' }],
    ['no ARN', { arn: '' }],
    ['another form of the family', { rtntype: 'GSTR1A' }],
  ])('but not with %s', (_, other) => {
    expect(filingIn({ EFiledlist: [{ ...ENTRY, ...other }] }, PERIOD)).toBeUndefined()
  })
})
