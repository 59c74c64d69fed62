// Bugs that the suites must catch: each a small change to the product that somebody could make with good intentions. The text
// before must stand there exactly once, so that a bug never silently stops being one.

export interface Edit {
  readonly file: string
  readonly before: string
  readonly after: string
}

/** What should catch it: the simulator within so many seeds, a test file, or the images of the power cut. */
export type Catcher =
  | { readonly seeds: number }
  | { readonly test: string; readonly project: string }
  | { readonly images: number }

export interface Bug {
  readonly id: string
  readonly says: string
  readonly edits: readonly Edit[]
  readonly caughtBy: readonly Catcher[]
}

const FILE = 'agent/filing/file.ts'
const SEND_FILE =
  '      const outcome = await portal.file(access, { body: operation.body, pan, otp })\n'
const SEEDS = { seeds: 2000 }

export const BUGS: readonly Bug[] = [
  {
    id: 'SB1',
    says: 'the filing is recorded as sent only after its answer',
    edits: [
      {
        file: FILE,
        before: '      const sentAt = clock.now()\n',
        after:
          '      const outcome = await portal.file(access, { body: intent.body, pan, otp })\n      const sentAt = clock.now()\n',
      },
      { file: FILE, before: SEND_FILE, after: '' },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB2',
    says: 'commits are not synced (synchronous=NORMAL)',
    edits: [
      {
        file: 'agent/store/database.ts',
        before: "['synchronous', 'FULL', 2]",
        after: "['synchronous', 'NORMAL', 1]",
      },
    ],
    caughtBy: [{ images: 100 }],
  },
  {
    id: 'SB3',
    says: 'a filing without an answer is sent again',
    edits: [
      {
        file: FILE,
        before: SEND_FILE,
        after:
          "      let outcome = await portal.file(access, { body: operation.body, pan, otp })\n      if (outcome.kind === 'unknown') outcome = await portal.file(access, { body: operation.body, pan, otp })\n",
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB4',
    says: 'the index of one live filing is not unique',
    edits: [
      {
        file: 'agent/store/migrations.ts',
        before: ".createIndex('one_live_file')\n    .unique()\n",
        after: ".createIndex('one_live_file')\n",
      },
    ],
    caughtBy: [{ test: 'test/agent/store/journal.test.ts', project: 'agent' }],
  },
  {
    id: 'SB5',
    says: '"already filed" counts as a refusal',
    edits: [
      {
        file: FILE,
        before:
          "        portalCode('file', outcome.code) !== undefined &&\n        !ALREADY_FILED.has(outcome.code))\n",
        after: "        portalCode('file', outcome.code) !== undefined)\n",
      },
    ],
    caughtBy: [{ test: 'test/faults/moments.test.ts', project: 'faults' }],
  },
  {
    id: 'SB6',
    says: 'HTTP 200 counts as success, whatever the page says',
    edits: [
      {
        file: 'agent/portal/sandbox/classify.ts',
        before:
          "    return { kind: 'unknown', reason: `no JSON answer (HTTP ${done.status})`, evidence }\n",
        after:
          "    const value = { ack_num: 'ACK', reference_id: 'REF' } as T\n    if (done.status === 200) return { kind: 'answer', value, evidence }\n    return { kind: 'unknown', reason: 'no JSON answer', evidence }\n",
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB7',
    says: 'of several chunks the newest goes first, and the older after it',
    edits: [
      {
        file: 'agent/filing/worker.ts',
        before:
          "    const open = operations.find(({ state }) => !isOver(state))\n    if (open?.kind === 'FILE')",
        after:
          "    const open = operations.findLast(({ state }) => !isOver(state))\n    if (open?.kind === 'FILE')",
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB8',
    says: 'a move does not look whether another moved the operation (there are no epochs: the version stands for them)',
    edits: [
      {
        file: 'agent/store/journal.ts',
        before:
          "          .where('version', '=', operation.version)\n          .executeTakeFirst()\n        if (numUpdatedRows",
        after: '          .executeTakeFirst()\n        if (numUpdatedRows',
      },
    ],
    caughtBy: [{ test: 'test/agent/store/journal.test.ts', project: 'agent' }],
  },
  {
    id: 'SB9',
    says: 'the OTP is noted in the journal',
    edits: [
      {
        file: FILE,
        before: '        // From here on this OTP is spent, whatever comes of it.\n',
        after: '        note: `signed with ${otp}`,\n',
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB10',
    says: 'an old answer of the public list of filings is good enough',
    edits: [
      {
        file: 'agent/portal/sandbox/sandbox.ts',
        before: "{ 'x-accept-cache': 'false' }",
        after: "{ 'x-accept-cache': 'true' }",
      },
    ],
    caughtBy: [{ test: 'test/faults/lists-of-filings.test.ts', project: 'faults' }],
  },
  {
    id: 'SB11',
    says: 'the reference id is not written down',
    edits: [
      {
        file: 'agent/filing/drive.ts',
        before: '        patch: { reference_id: outcome.value.reference_id },\n',
        after: '',
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB12',
    says: 'the Host header is compared by its beginning',
    edits: [
      {
        file: 'agent/http/guard.ts',
        before: "if (host !== here) return no('host')",
        after: "if (!host.startsWith(here)) return no('host')",
      },
    ],
    caughtBy: [{ test: 'test/agent/http/guard.test.ts', project: 'agent' }],
  },
  {
    id: 'SB13',
    says: 'negatives count before the fence',
    edits: [
      {
        file: 'agent/filing/confirm.ts',
        before: "  if (now < Date.parse(operation.fence_until ?? '')) return wait\n",
        after: '',
      },
    ],
    caughtBy: [SEEDS],
  },
  {
    id: 'SB14',
    says: 'one negative is enough',
    edits: [
      {
        file: 'agent/filing/confirm.ts',
        before: 'const NEGATIVES = 3\n',
        after: 'const NEGATIVES = 1\n',
      },
    ],
    caughtBy: [{ test: 'test/faults/lists-of-filings.test.ts', project: 'faults' }],
  },
  {
    id: 'SB15',
    says: 'nobody compares what was reviewed with what is filed',
    edits: [
      {
        file: FILE,
        before: "      if (known.evc_checksum !== checksum) return refuse('summary-changed')\n",
        after: '',
      },
      {
        file: FILE,
        before: "    if (known.reviewed_checksum !== checksum) return refuse('summary-changed')\n",
        after: '',
      },
      {
        file: FILE,
        before: '    if (outcome.value.chksum === checksum) return done(undefined)\n',
        after: '    if (outcome.value.chksum !== undefined) return done(undefined)\n',
      },
    ],
    caughtBy: [{ test: 'test/faults/older-review.test.ts', project: 'faults' }],
  },
  {
    id: 'SB16',
    says: 'a second agent is let into the folder (a restored copy has no mechanism of its own: the lock stands for it)',
    edits: [
      {
        file: 'agent/data-folder.ts',
        before: "lock.exec('BEGIN EXCLUSIVE')",
        after: "lock.exec('BEGIN')",
      },
    ],
    caughtBy: [{ test: 'test/agent/data-folder.test.ts', project: 'agent' }],
  },
]
