// Light or dark as Excel is; where Excel does not tell, the stylesheet follows the system.

/** Excel raises no event when its theme changes: call this at start and whenever the pane gets the focus. */
export function followTheme(page: HTMLElement): void {
  const theme = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme
  if (theme?.isDarkTheme === undefined) delete page.dataset['theme']
  else page.dataset['theme'] = theme.isDarkTheme ? 'dark' : 'light'
}
