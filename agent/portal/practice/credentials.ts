// What someone who rehearses must know: the keys that open the practice portal and the OTPs it "sends".

/** The only API key and secret that the practice portal takes: a real key sent here by mistake is refused. */
export const practiceKeys = {
  key: 'key_practice_rehearsal',
  secret: 'secret_practice_rehearsal',
} as const

/** A real portal sends these to the taxpayer's phone. Here they are always the same. */
export const practiceOtps = { login: '575757', evc: '575757' } as const

export interface Otps {
  readonly login: string
  readonly evc: string
}
