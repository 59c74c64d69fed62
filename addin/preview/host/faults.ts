// Troubles that a real Excel makes and this host makes only when asked: slow batches, a cell that seems open, an end of
// the pane in the middle of its work. Tests ask for them through the page's `window.hostFaults`; the pane never sees it.

export class HostFaults {
  /** Milliseconds that every batch takes longer. */
  delay = 0
  /** So many of the next batches fail as they do while the user types into a cell. */
  cellEdits = 0
  readonly #listeners = new Set<() => void>()

  /** For `SessionOptions.beforeBatch`. */
  readonly beforeBatch = async (): Promise<string | undefined> => {
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (this.cellEdits === 0) return undefined
    this.cellEdits -= 1
    return 'InvalidOperationInCellEditMode'
  }

  /** The pane and its office.js end at once, unanswered; others begin beside the same workbook. */
  restart(): void {
    for (const listener of this.#listeners) listener()
  }

  /** The answer ends it. */
  onRestart(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

declare global {
  interface Window {
    /** Of the preview's page. */
    hostFaults: HostFaults
  }
}
