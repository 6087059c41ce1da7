/** The version after this one: "1.2.3" → "1.3.0", "1.2" → "1.3"; without a number at its end it gets one. */
export function nextVersion(version: string): string {
  const numbers = /^(\d+)\.(\d+)\.\d+$/.exec(version);
  if (numbers) return `${numbers[1]}.${Number(numbers[2]) + 1}.0`;
  if (!/\d$/.test(version)) return `${version} 2`;
  return version.replace(/\d+$/, (last) => String(Number(last) + 1));
}
