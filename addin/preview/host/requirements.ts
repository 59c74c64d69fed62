// The requirement sets that the preview claims: what the manifest asks for and no more, so that a newer call
// fails here and not at a user's.

export const REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: '1.10',
  SharedRuntime: '1.1',
  DialogApi: '1.1',
  DelayForCellEdit: '1.1',
  RichApiRuntime: '1.2',
}

/** What `Office.context.requirements.isSetSupported` answers. */
export function isSetSupported(name: string, version: string | number = '1.1'): boolean {
  const supported = REQUIREMENTS[name]
  return supported !== undefined && isAtMost(String(version), supported)
}

/** Versions compare by their parts: 1.9 comes before 1.10. */
export function isAtMost(version: string, limit: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [limitMajor = 0, limitMinor = 0] = limit.split('.').map(Number)
  return major < limitMajor || (major === limitMajor && minor <= limitMinor)
}
