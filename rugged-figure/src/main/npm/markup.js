// The light markup of labels, the same grammar as rugged.figure.Markup (a test compares the two): `_{…}` lowers, `^{…}`
// raises, `\tau` is the Greek letter, a Latin or small Greek letter standing alone is a symbol and set in italics, and a
// hyphen that is an operator becomes a minus sign; `\text{…}` is left alone. Anything else is text.
const WORDS = ('alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ '
  + 'pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ '
  + 'Phi Φ Psi Ψ Omega Ω infty ∞ times × cdot · pm ± langle ⟨ rangle ⟩ approx ≈ le ≤ ge ≥ partial ∂ nabla ∇ ell ℓ '
  + 'to →').split(' ');
const NAMED = new Map();
for (let i = 0; i < WORDS.length; i += 2) NAMED.set(WORDS[i], WORDS[i + 1]);

/** Size of what is raised or lowered, relative to the text around it. */
export const SHIFTED_SIZE = 0.7;
export const RAISED = 0.38;
export const LOWERED = 0.22;

function minus(text) {
  return text.replace(/(^|[\s({=,^])-(?=[\s\d∞.])/g, '$1−').replace(/(^|[({=,]|\s)-(?=\p{L})/gu, '$1−');
}

function letter(sign) {
  return sign !== undefined && /\p{L}/u.test(sign);
}

// a part of several letters and no vowel is no word: l-bfgs-b, L-BFGS, but not p-spin
const ACRONYM = /(?<![A-Za-z])[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,}(?![A-Za-z])/;

function joined(text, at) {
  return letter(text[at]) || (text[at] === '-' && letter(text[at - 1]) && letter(text[at + 1]));
}

/** Whether hyphens join the letter to an acronym. */
function ofAcronym(text, at) {
  let from = at;
  let to = at + 1;
  while (from > 0 && joined(text, from - 1)) from--;
  while (to < text.length && joined(text, to)) to++;
  return to - from > 1 && ACRONYM.test(text.slice(from, to));
}

function symbol(text, at) {
  const sign = text[at];
  if (!/[A-Za-zα-ωℓ]/.test(sign) || letter(text[at - 1]) || letter(text[at + 1])) return false;
  if (text[at - 1] === '.') return false;
  if (/[eE]/.test(sign) && at > 0 && /\d/.test(text[at - 1]) && /^[+-]?\d/.test(text.slice(at + 1))) return false;
  if (sign === 's' && at > 0 && /['’]/.test(text[at - 1])) return false;
  if (ofAcronym(text, at)) return false;
  const article = /[aAI]/.test(sign) && (at === 0 || text[at - 1] === ' ') && text[at + 1] === ' '
    && letter(text[at + 2]) && letter(text[at + 3]);
  return !article;
}

function split(text, shift, out) {
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i === text.length || symbol(text, i) !== symbol(text, from)) {
      out.push({ text: text.slice(from, i), shift, italic: symbol(text, from) });
      from = i;
    }
  }
}

/** Runs of one style: {text, shift: 1 raised | -1 lowered | 0, italic}. */
export function runs(source) {
  const text = source.replace(/\\([A-Za-z]+) ?/g, (whole, name) => NAMED.get(name) ?? whole);
  const out = [];
  let from = 0;
  for (const found of text.matchAll(/(_|\^|\\text)\{([^}]*)}/g)) {
    split(minus(text.slice(from, found.index)), 0, out);
    if (found[1] === '\\text') out.push({ text: found[2], shift: 0, italic: false });
    else split(minus(found[2]), found[1] === '^' ? 1 : -1, out);
    from = found.index + found[0].length;
  }
  split(minus(text.slice(from)), 0, out);
  return out;
}
