// The preview's start: takes the pairing code out of the address, and draws the page.
import { h, render } from 'preact'
import { HostFaults } from './host/faults.ts'
import { Page } from './page/page.tsx'

const root = document.getElementById('page')
if (root === null) throw new Error('preview.html has no element with the id "page"')

/** `npm start` opens the page at `/preview#pair=CODE`; the code goes before anything else can read it. */
const code = new URLSearchParams(location.hash.slice(1)).get('pair') ?? undefined
history.replaceState(null, '', location.pathname)

window.hostFaults = new HostFaults()
render(h(Page, { code, faults: window.hostFaults }), root)
