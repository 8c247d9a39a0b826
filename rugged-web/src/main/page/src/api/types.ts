// Written by scripts/types.mjs from api.schema.json, which a test writes from the records of the server.

export interface About {
  title: string;
  claim: string;
  topics: string[];
  systems: string[];
  methods: string[];
  quantities: string[];
  source: AboutSource | null;
  institutions: string[];
  year: number;
  published: AboutPublished[];
}

export interface AboutPublished {
  text: string;
  value: number;
  error: number;
  where: string;
  figure: string;
}

export interface AboutServer {
  version: string;
  commit: string;
  epoch: string;
  root: string;
  readOnly: boolean;
  base: string;
  mostPoints: number;
  queue: number;
  command: string;
  engines: string[];
}

export interface AboutSource {
  authors: string;
  title: string;
  journal: string;
  arxiv: string;
  doi: string;
}

export interface CapacityReply {
  version: string;
  wrong: string;
  floor: number;
  temperature: (number | null)[];
  capacity: (number | null)[];
  energy: (number | null)[];
  peak: number | null;
  height: number | null;
  makers: CapacityReplyPeakMinimum[];
}

export interface CapacityReplyPeakMinimum {
  minimum: number;
  energy: number;
  occupation: number;
  part: number;
  flow: number;
}

export interface CataloguePage {
  total: number;
  page: number;
  size: number;
  items: StudyItem[];
  facets: ListingFacet[];
}

export interface ChiSquared {
  run: string;
  chiSquared: number;
  degrees: number;
  words: string;
}

export interface Collapse {
  parameter: string;
  xc: number;
  a: number;
  b: number;
  quality: number | null;
  pairs: number;
}

export interface CompareReply {
  runs: RunItem[];
  parameters: ParameterRow[];
  quantities: string[];
  refused: string[];
  quantity: Quantity | null;
  overlay: unknown | null;
  difference: unknown | null;
  rows: DifferenceRow[];
  summary: ChiSquared[];
  collapse: Collapse | null;
  pooled: string;
}

export interface Cost {
  size: string;
  points: number;
  seconds: number;
  words: string;
  memory: number;
  disk: number;
}

export interface Curve {
  key: Record<string, string>;
  source: string;
  x: (number | null)[];
  y: (number | null)[];
  error: (number | null)[];
  low: (number | null)[] | null;
  high: (number | null)[] | null;
  flags: string[] | null;
  count: (number | null)[];
  from: number;
}

export interface DifferenceRow {
  run: string;
  key: Record<string, string>;
  x: number;
  value: number;
  base: number;
  difference: number;
  error: number | null;
  sigmas: number | null;
  interpolated: boolean;
}

export interface Distances {
  rows: number;
  bins: DistancesBin[];
}

export interface DistancesBin {
  from: number;
  to: number;
  count: number;
  expected: number;
}

export interface EstimateSeconds {
  low: number;
  likely: number;
  high: number;
}

export interface Event {
  kind: string;
  epoch: string | null;
  heartbeat: number | null;
  run: RunItem | null;
  what: string | null;
  version: string | null;
  id: string | null;
  finding: FindingItem | null;
  warning: string | null;
  why: string | null;
}

export interface FigureItem {
  name: string;
  title: string;
  y: string;
  x: string;
  xScale: string;
  yScale: string;
  page: string[];
  residual: boolean;
}

export interface FigurePlace {
  run: string;
  name: string;
}

export interface FigureReply {
  change: string;
  version: string;
  specification: unknown | null;
  datasets: Record<string, FigureReplySplice[]> | null;
  description: string | null;
  smallPrint: string[] | null;
  usermeta: unknown | null;
}

export interface FigureReplySplice {
  at: number;
  remove: number;
  rows: unknown[];
}

export interface FindingItem {
  id: string;
  text: string;
  value: number | null;
  error: number | null;
  shown: string;
  unit: string;
  reference: string;
  source: string;
  bias: number;
  distance: number | null;
  agrees: boolean | null;
  withinBias: boolean;
  latex: string;
  verdict: string;
}

export interface HistogramReply {
  quantity: Quantity;
  scale: string;
  version: string;
  moments: HistogramReplyHistogramMoment[];
}

export interface HistogramReplyHistogramMoment {
  key: Record<string, string>;
  at: (number | null)[];
  x: (number | null)[];
  y: (number | null)[];
  error: (number | null)[];
  samples: number;
}

export interface KernelReply {
  when: string;
  commit: string;
  vectors: string;
  measuring: boolean;
  problem: string;
  groups: KernelReplyGroup[];
}

export interface KernelReplyGroup {
  name: string;
  title: string;
  rows: KernelReplyRow[];
}

export interface KernelReplyRow {
  name: string;
  value: number;
  unit: string;
  spread: number;
  against: string;
  ratio: number | null;
}

export interface ListingFacet {
  facet: string;
  values: ListingValue[];
}

export interface ListingValue {
  value: string;
  label: string;
  count: number;
  on: boolean;
}

export interface LogPage {
  lines: string[];
  after: number;
}

export interface MachinePatch {
  threads: number | null;
  order: string[] | null;
}

export interface MachineReply {
  cpu: string;
  cores: number;
  threads: number;
  vectors: string;
  blas: string;
  jdk: string;
  memory: number;
  heap: number;
  heapUsed: number;
  diskFree: number | null;
  diskUsed: number;
  largest: RunItem[];
  queue: RunItem[];
  predictions: MachineReplyPrediction[];
  warnings: string[];
}

export interface MachineReplyPrediction {
  run: string;
  predicted: number;
  actual: number;
}

export interface Manifest {
  format: number | null;
  study: string;
  size: string;
  seed: number;
  plan: string;
  version: string;
  commit: string;
  jdk: string;
  cpu: string;
  threads: number;
  vectors: string;
  start: string;
  seconds: number;
  sessions: number;
  status: string;
  reason: string;
  warnings: string[];
  inputs: ManifestInput[] | null;
}

export interface ManifestInput {
  file: string;
  sha256: string;
  code: boolean;
}

export interface MapReply {
  version: string;
  points: MapReplyMapPoint[];
  point: string;
  minima: number;
  saddles: number;
  degenerate: number;
  numbers: string[];
  colour: string;
  occupied: boolean;
  tree: MapReplyMapTree | null;
  remarks: string[];
}

export interface MapReplyMapPoint {
  point: string;
  label: string;
  minima: number;
  saddles: number;
}

export interface MapReplyMapStubs {
  node: number[];
  count: number[];
  lowest: number[];
  joins: number[];
  apart: number;
  above: number;
}

export interface MapReplyMapTree {
  least: number;
  top: number;
  reach: number;
  step: number;
  trees: number;
  leaves: number;
  x: number[];
  low: number[];
  bend: number[];
  high: number[];
  parent: number[];
  minimum: number[];
  below: number[];
  order: number[];
  found: number[];
  up: (number | null)[];
  colour: (number | null)[];
  stubs: MapReplyMapStubs;
}

export interface MinimumReply {
  version: string;
  minimum: number;
  energy: number;
  order: number;
  found: number;
  neighbours: number;
  numbers: Record<string, number | null>;
  kind: string;
  x: (number | null)[];
  omitted: number;
  radii: (number | null)[];
  layers: MinimumReplyMatrixItem[];
}

export interface MinimumReplyMatrixItem {
  from: number;
  inputs: number;
  outputs: number;
  bias: boolean;
}

export interface Mistake {
  line: number;
  column: number;
  path: string;
  message: string;
  allowed: string;
}

export interface MomentsReply {
  point: string;
  version: string;
  arrays: MomentsReplyArrayMoments[];
}

export interface MomentsReplyArrayMoments {
  name: string;
  symbol: string;
  axes: string[];
  frames: MomentsReplyMomentFrame[];
}

export interface MomentsReplyMomentFrame {
  replica: number;
  at: (number | null)[];
  shape: number[];
}

export interface OccupationReply {
  version: string;
  temperature: number;
  capacity: number;
  energy: number;
  minima: OccupationReplyOccupiedMinimum[];
  rest: number;
}

export interface OccupationReplyOccupiedMinimum {
  minimum: number;
  energy: number;
  occupation: number;
}

export interface ParameterRow {
  path: string;
  values: string[];
}

export interface PathReply {
  version: string;
  from: number;
  to: number;
  barrier: number;
  up: number;
  down: number;
  steps: number;
  reduced: boolean;
  stops: PathReplyPathStop[];
}

export interface PathReplyPathStop {
  place: number;
  saddle: boolean;
  number: number;
  energy: number;
}

export interface PlanReply {
  yaml: string;
  key: string;
  points: number;
  evaluations: number;
  seconds: EstimateSeconds | null;
  memory: number;
  memoryFree: number;
  disk: number;
  diskFree: number | null;
  threads: number;
  words: string;
  errors: Mistake[];
  warnings: string[];
  stored: RunItem | null;
  theory: Record<string, string>;
  command: string;
}

export interface PlanRequest {
  yaml: string | null;
  study: string | null;
  size: string | null;
  set: string[] | null;
  force: boolean | null;
  on: string | null;
}

export interface PointItem {
  key: string;
  status: string;
  reason: string;
  seconds: number;
  gradients: number;
  coordinates: Record<string, string>;
}

export interface PointPage {
  total: number;
  items: PointItem[];
  after: number | null;
}

export interface Quantity {
  name: string;
  symbol: string;
  unit: string;
  axes: string[];
  definition: string;
  ratio: QuantityRatio | null;
  extents: string[];
}

export interface QuantityRatio {
  numerator: string;
  denominator: string;
}

export interface RunDetail {
  item: RunItem;
  title: string;
  claim: string;
  manifest: Manifest | null;
  figures: FigureItem[];
  findings: FindingItem[];
  verdict: string[];
  quantities: Quantity[];
  warnings: string[];
  parameters: Record<string, string>;
  yaml: string;
  files: string[];
  cite: string;
  notebook: string;
  views: ViewItem[];
}

export interface RunItem {
  id: string;
  study: string;
  title: string;
  size: string;
  seed: number;
  status: string;
  reason: string;
  folder: string;
  owner: string;
  start: string;
  age: number;
  seconds: number;
  fraction: number;
  done: number;
  of: number;
  unit: string;
  rate: number | null;
  left: number | null;
  points: number;
  failed: number;
  total: number;
  phase: string;
  agreeing: number;
  compared: number;
  undecided: number;
  disk: number | null;
  note: string;
  tags: string[];
  starred: boolean;
  parameters: Record<string, string>;
  version: string;
}

export interface RunPage {
  total: number;
  running: number;
  queued: number;
  columns: string[];
  items: RunItem[];
  after: string | null;
}

export interface RunPatch {
  note: string | null;
  tags: string[] | null;
  starred: boolean | null;
}

export interface SeriesReply {
  quantity: Quantity;
  x: string;
  unit: string;
  version: string;
  samples: number;
  reduced: boolean;
  words: string;
  undrawn: Undrawn;
  curves: Curve[];
  theory: Curve[];
  append: boolean;
}

export interface Similar {
  name: string;
  title: string;
  score: number;
  why: string;
}

export interface StudyDetail {
  item: StudyItem;
  about: About;
  numbers: StudyNumber[];
  quantities: Quantity[];
  figures: FigureItem[];
  yaml: string;
  similar: Similar[];
  runs: RunItem[];
  figure: FigurePlace | null;
}

export interface StudyItem {
  name: string;
  title: string;
  claim: string;
  source: string;
  year: number;
  topics: string[];
  systems: string[];
  verdict: string;
  run: string | null;
  size: string | null;
  seconds: number | null;
  numbers: StudyNumber[];
  costs: Cost[];
  hits: string[];
  figure: FigurePlace | null;
}

export interface StudyNumber {
  text: string;
  paper: string;
  source: string;
  ours: string;
  distance: number | null;
  agrees: boolean | null;
  verdict: string;
}

export interface TicketReply {
  url: string;
}

export interface TicketRequest {
  path: string;
}

export interface TrashItem {
  id: string;
  folder: string;
  study: string;
  size: string;
  seed: number;
  status: string;
  note: string;
  age: number;
  left: number;
}

export interface TrashPage {
  items: TrashItem[];
  days: number;
}

export interface Undrawn {
  nan: number;
  inf: number;
  nonpositive: number;
}

export interface ValidationReply {
  entries: ValidationReplyEntry[];
  computing: string | null;
  distances: Distances;
}

export interface ValidationReplyEntry {
  name: string;
  title: string;
  kind: string;
  when: string;
  commit: string;
  record: Record<string, unknown | null> | null;
}

export interface ViewItem {
  point: string;
  label: string;
  name: string;
  kind: string;
  shape: number[];
  frames: number;
  bytes: number;
}
