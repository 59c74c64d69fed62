// From which value an inter-state invoice to an unregistered person is reported one by one (table 5).

/** First period (`YYYY-MM`) and limit in paise; the value must be strictly above it. Rule 59(4), Notification 12/2024-CT. */
export const B2CL_LIMITS: readonly { readonly from: string; readonly limit: number }[] = [
  { from: '2017-07', limit: 2_50_000_00 },
  { from: '2024-08', limit: 1_00_000_00 },
]
