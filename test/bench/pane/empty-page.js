// The least that a page of ours could be: Preact and one paragraph. The pane is timed beside it.
import { h, render } from 'preact'

render(h('p', null, 'Ready'), document.getElementById('root'))
