/** NHS numbers: ten digits, the last of which checks the others (NHS Data Dictionary, modulus 11). */

/** Spaces and hyphens make no difference. */
export function isNhsNumber(given: string): boolean {
  const digits = Array.from(given.replace(/[ .-]/g, ''), Number)
  if (digits.length !== 10 || digits.some((digit) => Number.isNaN(digit))) return false
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  return (11 - (sum % 11)) % 11 === digits[9]
}
