// The page was opened in a browser, or Office's own script did not load.
export function OutsideExcel() {
  return (
    <>
      <h2 tabIndex={-1}>Open this pane from Excel</h2>
      <p>This page works beside a workbook. In Excel, press GSTR-1 on the ribbon to open it.</p>
      <p>
        If this is Excel, its connection to Office did not load: check that this computer is online,
        then close the pane and open it again.
      </p>
    </>
  )
}
