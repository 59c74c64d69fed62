// Lint rules: the language's, Office's, and the walls of the house (arrows point down only).
import officeAddins from 'eslint-plugin-office-addins'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** What each room may not import, by path pattern; `types` may still be imported as types. */
const wall = (files, forbidden, why, types = []) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden, message: why },
          ...(types.length > 0 ? [{ group: types, allowTypeImports: true, message: why }] : []),
        ],
      },
    ],
  },
})

const IMPURE = ['**/agent/**', '**/addin/**', 'node:*', 'hono*', 'kysely', 'zod']
const PURE = 'templates/ is pure: it knows nobody, and touches no network, disk or clock.'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    rules: {
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  { files: ['scripts/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  {
    // Loops over every cell count: an iterator for a few cells costs as much as what is done with them.
    files: ['templates/reading/**', 'templates/payload/**'],
    rules: { '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { globals: globals.node },
  },
  wall(['templates/**'], [...IMPURE, 'exceljs'], PURE),
  // The one that builds a workbook file.
  wall(['templates/workbook.ts'], IMPURE, PURE),
  wall(['agent/**'], ['**/addin/**'], 'The agent does not know the pane.'),
  wall(
    ['agent/portal/practice/**'],
    [
      '**/templates/tables/**',
      '**/templates/columns/**',
      '**/templates/rules/**',
      '**/templates/lists/**',
      '**/templates/reading/**',
      '**/templates/payload/**',
      '**/filing/**',
      '**/sandbox/**',
      '**/addin/**',
    ],
    'The practice portal shares templates/wire with the client and nothing else, or it could not catch our mistakes.',
  ),
  {
    files: ['addin/**'],
    plugins: { 'office-addins': officeAddins },
    rules: officeAddins.configs.recommended.rules ?? {},
  },
  wall(['addin/**'], ['node:*', 'hono*', 'kysely', 'exceljs'], 'The pane runs in a browser.', [
    '**/agent/**',
  ]),
  wall(
    ['addin/views/**', 'addin/ui/**', 'addin/excel/**'],
    [
      '**/preview/**',
      '**/problems/english.ts',
      '**/problems/hindi.ts',
      'node:*',
      'hono*',
      'kysely',
      'exceljs',
    ],
    'The pane never knows whether it runs in Excel or in the preview, nor its language: it speaks by addin/words.ts.',
    ['**/agent/**'],
  ),
)
