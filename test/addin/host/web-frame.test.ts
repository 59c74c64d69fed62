import { expect, test } from 'vitest'
import { WorkbookModel } from '../../../addin/preview/host/model.ts'
import { Session, type SessionOptions } from '../../../addin/preview/host/session.ts'
import { paneFrame } from '../../../addin/preview/host/web-frame.ts'
import { sheetOf } from '../office.ts'

const HOST = 'https://localhost:3443'
const PANE = 'https://localhost:3444'

/** Which sheets there are, as office.js asks for it. */
const BATCH = JSON.stringify({
  Actions: [{ Id: 3, ActionType: 2, Name: '', ObjectPathId: 2, QueryInfo: { Select: ['name'] } }],
  ObjectPaths: {
    1: { Id: 1, ObjectPathType: 1, Name: '' },
    2: { Id: 2, ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
  },
})

function frame(options: SessionOptions = {}, sheetCount = 1) {
  const names = ['Data', 'More'].concat(Array.from({ length: 30 }, (_, index) => `Sheet ${index}`))
  const sheets = names.slice(0, sheetCount).map((name) => sheetOf(name, [['x']]))
  const model = new WorkbookModel({ name: 'Book.xlsx', sheets })
  const session = new Session(model, options)
  const sent: { to: unknown; message: Record<string, unknown> }[] = []
  const paneWindow = {
    postMessage: (text: string, to: unknown) => {
      sent.push({ to, message: JSON.parse(text) as Record<string, unknown> })
    },
  }
  const origins = { ownOrigin: HOST, paneOrigin: PANE }
  const pane = paneFrame(session, 'Book.xlsx', origins, () => paneWindow as unknown as Window)
  const receive = (message: object, from: { origin?: string; source?: unknown } = {}) =>
    pane.receive({ data: JSON.stringify(message), origin: PANE, source: paneWindow, ...from })
  return { model, session, pane, sent, receive }
}

const request = (name: string, data: unknown, more: object = {}) => ({
  _messageType: 0,
  _actionName: name,
  _conversationId: 'preview',
  _correlationId: 7,
  _actionType: 0,
  _data: data,
  ...more,
})

const execute = (text: string, dispatchId = 93) =>
  request('executeMethod', {
    ArrayData: ['IterativeExecutor', 'POST', 'ProcessQuery', [], text, 0, 0],
    DdaMethod: { ControlId: 'pane', Version: 1, DispatchId: dispatchId },
  })

test('the name of the frame tells office.js who hosts it', () => {
  const name = JSON.parse(frame().pane.name) as Record<string, string>
  expect(name['hostInfo']).toMatch(/^Excel\|Web\|16\.01\|en-US\|/)
  expect(name['hostInfo']).toContain('disableLogging')
  expect(name['xdmInfo']?.endsWith(`|${HOST}`)).toBe(true)
})

test('says what it can: ExcelApi 1.10 and the shared runtime', async () => {
  const { sent, receive } = frame()
  await receive(request('ContextActivationManager_getAppContextAsync', 'pane'))
  expect(sent).toHaveLength(1)
  expect(sent[0]?.to).toBe(PANE)
  expect(sent[0]?.message).toMatchObject({ _messageType: 1, _correlationId: 7, _errorCode: 0 })
  const context = sent[0]?.message['_data'] as Record<string, unknown>
  expect(JSON.parse(String(context['_requirementMatrix']))).toMatchObject({
    ExcelApi: '1.10',
    SharedRuntime: '1.1',
  })
})

test('carries out a batch', async () => {
  const { sent, receive } = frame()
  await receive(execute(BATCH))
  const data = sent[0]?.message['_data'] as { Error: number; Data: [number, unknown, string] }
  expect([data.Error, data.Data[0]]).toEqual([0, 200])
  expect(JSON.parse(data.Data[2])).toMatchObject({
    Results: [{ ActionId: 3, Value: { _Items: [{ Name: 'Data' }] } }],
  })
})

test('refuses what is too large by its number, and never pretends to older calls', async () => {
  const { sent, receive } = frame({ payloadLimit: BATCH.length })
  await receive(execute(BATCH))
  await receive(execute(`${BATCH} `))
  await receive(execute('', 64))
  const many = frame({ payloadLimit: BATCH.length }, 30)
  await many.receive(execute(BATCH))
  const numbers = [...sent, ...many.sent].map(({ message }) => message['_data'])
  expect(numbers).toMatchObject([{ Error: 0 }, { Error: 5103 }, { Error: 5000 }, { Error: 5104 }])
})

test('tells of the selection only while somebody listens', async () => {
  const { model, sent, receive } = frame()
  const area = { row: 4, column: 1, rows: 1, columns: 1 }
  model.select(model.active, area)
  expect(sent).toEqual([])
  const registration = {
    Actions: [
      { Id: 3, ActionType: 3, Name: '_RegisterSelectionChangedEvent', ObjectPathId: 2 },
      { Id: 4, ActionType: 5, Name: 'Trace', ObjectPathId: 0 },
    ],
    ObjectPaths: (JSON.parse(BATCH) as { ObjectPaths: unknown }).ObjectPaths,
  }
  await receive(execute(JSON.stringify(registration)))
  model.select(model.active, area)
  expect(sent).toHaveLength(2)
  expect(sent[1]?.message).toMatchObject({ _actionName: 'richApiMessage', _responseType: 1 })
  const { ArrayData } = sent[1]?.message['_data'] as { ArrayData: unknown[][] }
  expect(ArrayData[0]?.slice(0, 3)).toEqual([65_536, 14, 'Workbook'])
  expect(JSON.parse(String(ArrayData[0]?.[3]))).toEqual({
    address: 'B5',
    worksheetId: model.active.id,
  })
})

test.each([
  ['another origin', { origin: 'https://evil.example' }, {}],
  ['another window', { source: {} }, {}],
  ['another conversation', {}, { _conversationId: 'other' }],
  ['an answer, not a request', {}, { _messageType: 1 }],
])('says nothing to %s', async (_, from, more) => {
  const { sent, receive } = frame()
  await receive({ ...execute(BATCH), ...more }, from)
  expect(sent).toEqual([])
})

test('a shortcut or ribbon button of the add-in reaches office.js under the name of its function', () => {
  const { session, sent } = frame()
  session.invokeAction('nextProblem')
  const { ArrayData } = sent[0]?.message['_data'] as { ArrayData: unknown[][] }
  expect(ArrayData[0]?.slice(0, 4)).toEqual([2, 1000, '', '["nextProblem"]'])
})
