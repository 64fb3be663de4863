/** The customer's own flavour of the shop's language, so that dates and prices look as they do at home: "en-GB" for "en". */
export function regionalLocale(language: string): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language
}
