/** NHS Data Dictionary: ten digits, weights 10 to 2, check digit 11 minus the sum modulo 11 (11 is 0, 10 is invalid). */
export function isNhsNumber(written: string): boolean {
  const digits = written.replaceAll(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  return Number(digits[9]) === (11 - (sum % 11)) % 11 && sum % 11 !== 1
}
