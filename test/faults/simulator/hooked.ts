// An object whose methods are announced before they run and before their results are handed on.

export function hooked<T extends object>(
  target: T,
  before: (name: string) => Promise<void>,
  after: (name: string) => Promise<void>,
): T {
  return new Proxy(target, {
    get(object, name) {
      const member: unknown = Reflect.get(object, name)
      if (typeof member !== 'function') return member
      return async (...input: unknown[]): Promise<unknown> => {
        await before(String(name))
        const result: unknown = await Reflect.apply(member, object, input)
        await after(String(name))
        return result
      }
    },
  })
}
