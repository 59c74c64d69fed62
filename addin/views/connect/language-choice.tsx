// The language in which problems are told. All else in the pane is in English.
import { isLanguage, LANGUAGES } from '../../../templates/problems/languages.ts'
import { SelectField } from '../../ui/field.tsx'
import { language, speak } from '../../words.ts'
import { change } from '../state.ts'

export function LanguageChoice() {
  return (
    <SelectField
      label="Problems are told in"
      value={language()}
      options={Object.entries(LANGUAGES).map(([lang, { name }]) => ({
        value: lang,
        text: name,
        lang,
      }))}
      onValue={(value) => void choose(value)}
    />
  )
}

async function choose(value: string): Promise<void> {
  if (!isLanguage(value)) return
  try {
    await speak(value)
    change({ partMissing: false })
  } catch {
    change({ partMissing: true })
  }
}
