// What accountants call each section of the portal's JSON, with its table number in the GSTR-1 form.

const NAMES: Readonly<Record<string, string>> = {
  b2b: 'B2B, SEZ, DE (4, 6B, 6C)',
  b2ba: 'B2B amended (9A)',
  b2cl: 'B2C large (5)',
  b2cla: 'B2C large amended (9A)',
  b2cs: 'B2C others (7)',
  b2csa: 'B2C others amended (10)',
  cdnr: 'Notes, registered (9B)',
  cdnra: 'Notes, registered, amended (9C)',
  cdnur: 'Notes, unregistered (9B)',
  cdnura: 'Notes, unregistered, amended (9C)',
  exp: 'Exports (6A)',
  expa: 'Exports amended (9A)',
  at: 'Advances received (11A)',
  ata: 'Advances received, amended (11)',
  txpd: 'Advances adjusted (11B)',
  txpda: 'Advances adjusted, amended (11)',
  nil: 'Nil rated, exempt, non-GST (8)',
  hsn: 'HSN summary (12)',
  doc_issue: 'Documents issued (13)',
  supeco: 'Through e-commerce (14)',
  supecoa: 'Through e-commerce, amended (14A)',
  ecom: 'E-commerce operator, 9(5) (15)',
  ecoma: 'E-commerce operator, 9(5), amended (15A)',
}

export const sectionName = (section: string): string => NAMES[section] ?? section
