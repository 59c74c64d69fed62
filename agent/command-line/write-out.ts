// Writing what --out names: never over a file that is there, unless told.
import { writeFile } from 'node:fs/promises'
import { done, refuse, type Result } from '../../templates/problems/problem.ts'
import type { Given } from './options.ts'

/** The workbook that --out names. Refuses `usage`, for a name that Excel would not open. */
export function bookNamed({ out = '' }: Given): Result<string> {
  return out.toLowerCase().endsWith('.xlsx')
    ? done(out)
    : refuse('usage', { reason: '--out names a workbook and ends in .xlsx.' })
}

/** Refuses `file-exists` and `file-not-written`. */
export async function writeOut(
  file: string,
  content: Uint8Array | string,
  { force = false }: Given,
): Promise<Result<undefined>> {
  try {
    await writeFile(file, content, { flag: force ? 'w' : 'wx' })
    return done(undefined)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return reason === 'EEXIST'
      ? refuse('file-exists', { file })
      : refuse('file-not-written', { file, reason })
  }
}
