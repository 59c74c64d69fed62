// What `gstr1 --help` says.

export const HELP = `GSTR-1 for Excel: the agent and its command line.

  gstr1 start [--open] [--port 3443] [--data FOLDER] [--environment practice|test|live]
        Runs the agent. practice (the default) needs no account and files nothing real.
  gstr1 check BOOK.xlsx --gstin GSTIN --period MMYYYY [--sez] [--quarterly] [--json]
        Checks a workbook. Exit code 0: no errors, 1: errors, 2: wrong usage.
  gstr1 json  BOOK.xlsx --gstin GSTIN --period MMYYYY [--gt RUPEES] [--cur-gt RUPEES] [--sez] [--quarterly]
        Writes the exact payload to standard output, notes to standard error.
  gstr1 connect --environment test|live [--data FOLDER]
        Stores a Sandbox key and secret, read as two lines from standard input.
  gstr1 go-live [--data FOLDER]
        Switches this installation to the live portal, after a typed word.
  gstr1 trust | untrust [--data FOLDER]
        Trusts the certificate of https://localhost for this user, or takes that back.
  gstr1 doctor [--port 3443] [--data FOLDER] [--json]
        Says what this installation has and what it lacks.
  gstr1 --version | --help
`
