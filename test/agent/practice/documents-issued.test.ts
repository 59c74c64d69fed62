import { describe, expect, test } from 'vitest'
import { rehearse } from './rehearsal.ts'
import { codesOf } from './verdicts.ts'
import { issued, range } from './samples.ts'

const anyText = expect.any(String) as string
const notes = range({ from: 'CN/7', to: 'CN/9', totnum: 3, cancel: 0, net_issue: 3 })
const good = { doc_issue: issued([1, range()], [5, notes]) }

describe('documents issued', () => {
  test('are counted, and read back with every nature', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const natures = Array.from({ length: 12 }, (_, index) => ({ doc_num: index + 1, docs: [] }))
      expect((await at.read('doc-issue')).payload).toEqual({
        doc_issue: {
          doc_det: natures.map((empty) => {
            const used = good.doc_issue.doc_det.find(({ doc_num }) => doc_num === empty.doc_num)
            return used ?? empty
          }),
          flag: 'U',
          chksum: anyText,
        },
      })
      expect((await at.totals()).get('DOC_ISSUE')).toMatchObject({
        ttl_rec: 2,
        ttl_doc_issued: 47,
        ttl_doc_cancelled: 2,
        net_doc_issued: 45,
      })
    }))

  test('are replaced whole, and emptied by the flag alone', () =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict(good)
      const second = range({ num: 2, from: 'B/1', to: 'B/2', totnum: 2, cancel: 0, net_issue: 2 })
      await at.verdict({ doc_issue: issued([1, range(), second]) })
      expect((await at.totals()).get('DOC_ISSUE')).toMatchObject({ ttl_rec: 2, net_doc_issued: 44 })
      expect((await at.verdict({ doc_issue: { flag: 'D' } })).status_cd).toBe('P')
      expect((await at.read('doc-issue')).code).toBe('RET11416')
    }))

  test.each([
    ['more cancelled than issued', { cancel: 45, net_issue: 0 }, 'PRACTICE_DOCS'],
    ['a net number that is not the difference', { net_issue: 44 }, 'PRACTICE_DOCS'],
    ['a number that is none', { from: '0000' }, 'RET191203'],
    ['a number with a space', { to: 'KT 455' }, 'RET191203'],
  ])('come back with %s as one object, and what was held stays', (_, changes, code) =>
    rehearse(async (at) => {
      await at.signIn()
      await at.verdict({ doc_issue: issued([5, notes]) })
      const bad = range({ num: 2, ...changes })
      const answer = await at.verdict({ doc_issue: issued([4, notes], [1, range(), bad]) })
      expect(answer).toMatchObject({
        status_cd: 'PE',
        error_report: {
          doc_issue: { ...issued([1, bad]), error_cd: code, error_msg: anyText },
        },
      })
      expect((await at.totals()).get('DOC_ISSUE')).toMatchObject({ net_doc_issued: 3 })
    }),
  )

  test('tell one code at a time', () =>
    rehearse(async (at) => {
      await at.signIn()
      const two = issued([1, range({ from: '' }), range({ num: 2, cancel: 3 })])
      expect((await at.verdict({ doc_issue: two })).error_report).toEqual({
        doc_issue: {
          ...issued([1, range({ from: '' })]),
          error_cd: 'RET191203',
          error_msg: anyText,
        },
      })
    }))

  test('have each line number once', () =>
    rehearse(async (at) => {
      await at.signIn()
      const answer = await at.verdict({ doc_issue: issued([1, range(), range({ from: 'KT/1' })]) })
      expect(codesOf(answer)).toEqual({ doc_issue: ['RET191172'] })
    }))

  test.each([
    ['a nature that is none', issued([13, range()])],
    ['a nature twice', issued([1, range()], [1, range({ num: 2 })])],
    ['a nature without ranges', issued([1])],
    ['no nature', issued()],
    [
      "the tool's own name of a nature",
      { doc_det: [{ doc_num: 1, doc_typ: 'x', docs: [range()] }] },
    ],
    ['part of a document', issued([1, range({ totnum: 1.5 })])],
  ])('fail the whole save with %s', (_, doc_issue) =>
    rehearse(async (at) => {
      await at.signIn()
      expect((await at.verdict({ doc_issue })).error_report?.error_cd).toBe('RET191106')
    }),
  )
})
