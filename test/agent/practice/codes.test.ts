// The codes that public sources know of the portal, and the practice portal's own beside them.
import { expect, test } from 'vitest'
import { codes } from '../../../agent/portal/practice/codes.ts'
import { portalCodes } from '../../../agent/portal/practice/faults.ts'
import { sections } from '../../../agent/portal/practice/validation/sections.ts'

const documented = `
  AUTH113 AUTH117 AUTH119 AUTH141 AUTH150 AUTH154 AUTH158 AUTH403 AUTH4032 AUTH4033
  AUTH4034 AUTH4035 AUTH4037 AUTH4038 AUTH4041 AUTH_9002 OTP0001 OTP0006 OTP0007 OTP0010
  RET00003 RET00009 RET09001 RET11400 RET11401 RET11402 RET11416 RET11417 RET12501
  RET12505 RET12521 RET12523 RET12590 RET13501 RET13504 RET13505 RET13506 RET13507
  RET13508 RET13509 RET13510 RET13511 RET191101 RET191106 RET191107 RET191110 RET191111
  RET191112 RET191113 RET191114 RET191115 RET191117 RET191119 RET191120 RET191121
  RET191122 RET191123 RET191124 RET191125 RET191126 RET191131 RET191133 RET191134
  RET191135 RET191136 RET191143 RET191148 RET191150 RET191151 RET191152 RET191153
  RET191154 RET191157 RET191158 RET191159 RET191160 RET191164 RET191168 RET191170
  RET191171 RET191172 RET191175 RET191176 RET191178 RET191179 RET191180 RET191181
  RET191182 RET191183 RET191184 RET191185 RET191188 RET191189 RET191190 RET191192
  RET191193 RET191194 RET191195 RET191196 RET191197 RET191198 RET191199 RET191200
  RET191202 RET191203 RET191204 RET191205 RET191251 RET191319 RET191349 RET191350
  RET191353 RET191355 RET191360 RET192409 RET291106 RTDSC04 RTN_02 RTN_11 RTN_15 RTN_17
  RTN_24 RTN_25 RTN_27 RTN_31 RTN_32 RTN_FIL_28 RT_FIL_017 RT_FIL_018 RT_FIL_02 RT_FIL_09
  RT_FIL_10 RT_FIL_24 RT_FIL_25 RT_FIL_31 TEC4001 TEC4002
`
  .trim()
  .split(/\s+/)

test('every code that the portal can answer with is documented, or is marked as its own', () => {
  const unknown = portalCodes.filter(
    (code) => !documented.includes(code) && !code.startsWith('PRACTICE_'),
  )
  expect(unknown).toEqual([])
})

test('no code of its own is a documented one, and each says in words what is wrong', () => {
  for (const [code, text] of Object.entries(codes)) {
    expect(documented.some((one) => code === `PRACTICE_${one}`)).toBe(false)
    expect(text).toMatch(/^[A-Z].*\.$/)
    expect(text).not.toContain(code)
  }
})

test('every code of a rule or a section has its words', () => {
  const asked = sections.flatMap((section) => [
    ...section.rules.flatMap(({ code, unless = [] }) => [code, ...unless]),
    ...Object.values(section.codes),
  ])
  expect(asked.filter((code) => !(code in codes))).toEqual([])
})
