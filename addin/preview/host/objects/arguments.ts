// Arguments come from JSON; what does not fit is Excel's `InvalidArgument`.
import { HostError } from '../host-error.ts'

export function textArgument(value: unknown): string {
  if (typeof value !== 'string') throw new HostError('InvalidArgument')
  return value
}

export function wholeArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new HostError('InvalidArgument')
  return value
}

/** Omitted arguments arrive as null. */
export function flagArgument(value: unknown): boolean {
  if (value !== null && value !== undefined && typeof value !== 'boolean') {
    throw new HostError('InvalidArgument')
  }
  return value ?? false
}

/** `#RRGGBB` */
export function colorArgument(value: unknown): string {
  const color = textArgument(value)
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw new HostError('InvalidArgument')
  return color
}
