// While the agent is asked for the first time.
export function Starting() {
  return (
    <>
      <h2 tabIndex={-1}>Starting</h2>
      <p>Looking for the sync agent on this computer…</p>
    </>
  )
}
