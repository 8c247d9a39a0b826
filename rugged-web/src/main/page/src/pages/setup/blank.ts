/** What a new study begins as. */
export const BLANK = `study: my-study
about:
  title: My study
  claim: What it shows, in one sentence.

landscape: { is: pspin, n: 64 }
dynamics: { is: langevin, temperature: 0.5 }
protocol: { is: quench, until: 100 }
observe: [energy]
seed: 1..8

figures:
  - { name: energy, title: Energy per spin, y: e, x: t, x-scale: log }
`;
