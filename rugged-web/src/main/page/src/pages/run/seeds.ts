/** The seeds that follow those of a study, as many of them: 1..20 is followed by 21..40. Empty where they are not whole numbers. */
export function nextSeeds(text: string): string {
  const typed = text.trim().replace(/^\[(.*)\]$/, '$1');
  const range = /^(\d+)\s*\.\.\s*(\d+)$/.exec(typed);
  const seeds = range ? [Number(range[1]), Number(range[2])] : typed.split(',').map((one) => (/^\s*\d+\s*$/.test(one) ? Number(one) : Number.NaN));
  if (seeds.some((one) => !Number.isSafeInteger(one))) return '';
  const last = Math.max(...seeds);
  const count = range ? last - Math.min(...seeds) + 1 : seeds.length;
  return count === 1 ? String(last + 1) : `${last + 1}..${last + count}`;
}
