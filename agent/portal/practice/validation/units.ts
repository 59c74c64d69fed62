// The unit quantity codes that GSTN lists.

/** Services have no unit. */
export const NO_UNIT = 'NA'

export const units: readonly string[] = (
  'BAG BAL BDL BKL BOU BOX BTL BUN CAN CBM CCM CMS CTN DOZ DRM GGK GMS GRS GYD KGS KLR KME LTR ' +
  'MLT MTR MTS NOS PAC PCS PRS QTL ROL SET SQF SQM SQY TBS TGM THD TON TUB UGS UNT YDS OTH NA'
).split(' ')
