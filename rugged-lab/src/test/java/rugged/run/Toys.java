package rugged.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.Ensemble;
import rugged.api.Excursion;
import rugged.api.GradientStepper;
import rugged.api.Landscape;
import rugged.api.LandscapeSpec;
import rugged.api.Manifold;
import rugged.api.Model;
import rugged.api.Moment;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Probe;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.SpinLandscape;
import rugged.api.StartSpec;
import rugged.api.Status;
import rugged.api.Stepper;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.study.Point;
import rugged.study.TheoryTask;

/** Small models, dynamics and observables that exercise everything a bench has to carry through an interruption. */
final class Toys {
    private Toys() {}

    /** E = sum_i (x_i^4/4 - x_i^2/2) + sum_i J_i x_i x_{i+1} on R^N. */
    record Wells(int n, long seed) implements LandscapeSpec {
        @Override
        public Landscape build() {
            double[] couplings = new double[n];
            Streams.of(seed).stream("couplings", 0).normals(couplings);
            return new WellsModel(couplings);
        }
    }

    record WellsModel(double[] couplings) implements Landscape {
        @Override
        public int dimension() {
            return couplings.length;
        }

        @Override
        public double energy(double[] x) {
            return energyAndGradient(x, new double[x.length]);
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            double energy = 0.0;
            for (int i = 0; i < x.length; i++) {
                g[i] = x[i] * x[i] * x[i] - x[i];
                energy += x[i] * x[i] * (x[i] * x[i] / 4 - 0.5);
            }
            for (int i = 0; i < x.length; i++) {
                int next = (i + 1) % x.length;
                energy += 0.3 * couplings[i] * x[i] * x[next];
                g[i] += 0.3 * couplings[i] * x[next];
                g[next] += 0.3 * couplings[i] * x[i];
            }
            return energy;
        }

        @Override
        public Manifold manifold() {
            return Manifold.FLAT;
        }
    }

    /** Overdamped Langevin by Euler steps; at T = 0 it converges when the gradient is small. {@code bursts} makes it fail from that time on. */
    record Walk(double temperature, double dt, double bursts) implements DynamicsSpec {
        Walk(double temperature, double dt) {
            this(temperature, dt, Double.POSITIVE_INFINITY);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.GRADIENT);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            return new WalkStepper(this, (Landscape) model, x.clone(), random.stream("noise", 0));
        }

        @Override
        public String timeUnit() {
            return "1/J";
        }

        @Override
        public double quantum(LandscapeSpec landscape) {
            return dt;
        }

        @Override
        public double evaluationsPerUnitTime(LandscapeSpec landscape) {
            return 1 / dt;
        }
    }

    static final class WalkStepper implements GradientStepper {
        private final Walk walk;
        private final Landscape landscape;
        private final double[] x;
        private final double[] scratch;
        private final RandomStream noise;
        private long steps;
        private Status status = Status.RUNNING;

        WalkStepper(Walk walk, Landscape landscape, double[] x, RandomStream noise) {
            this.walk = walk;
            this.landscape = landscape;
            this.x = x;
            this.scratch = new double[x.length];
            this.noise = noise;
        }

        @Override
        public Landscape landscape() {
            return landscape;
        }

        @Override
        public double[] wanted() {
            return x;
        }

        @Override
        public boolean take(double energy, double[] g) {
            double largest = 0.0;
            double kick = Math.sqrt(2 * walk.temperature * walk.dt);
            for (int i = 0; i < x.length; i++) {
                largest = Math.max(largest, Math.abs(g[i]));
                x[i] -= walk.dt * g[i];
                if (kick > 0) x[i] += kick * noise.nextGaussian();
            }
            steps++;
            if (walk.temperature == 0 && largest < 1e-3) status = new Status.Converged("max |g| below 1e-3", largest);
            if (time() >= walk.bursts) status = new Status.Failed("it burst", energy);
            return true;
        }

        @Override
        public double[] gradientScratch() {
            return scratch;
        }

        @Override
        public double time() {
            return steps * walk.dt;
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public long evaluations() {
            return steps;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(x).put(steps).put(noise.save());
            return out.put(status instanceof Status.Converged(String words, double value) ? value : -1.0)
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            steps = in.readLong();
            noise.load(in.readBytes());
            double value = in.readDouble();
            status = value < 0 ? Status.RUNNING : new Status.Converged("max |g| below 1e-3", value);
        }
    }

    /** Ising chain with random bonds. */
    record Chain(int n, long seed) implements LandscapeSpec {
        @Override
        public SpinLandscape build() {
            double[] bonds = new double[n];
            Streams.of(seed).stream("bonds", 0).normals(bonds);
            return new ChainModel(bonds, new double[n]);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.SPINS);
        }
    }

    record ChainModel(double[] bonds, double[] s) implements SpinLandscape {
        @Override
        public int dimension() {
            return s.length;
        }

        @Override
        public void load(double[] from) {
            System.arraycopy(from, 0, s, 0, s.length);
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(s, 0, into, 0, s.length);
        }

        @Override
        public double energy() {
            double energy = 0.0;
            for (int i = 0; i < s.length; i++) energy -= bonds[i] * s[i] * s[(i + 1) % s.length];
            return energy;
        }

        @Override
        public double flipCost(int i) {
            int before = (i + s.length - 1) % s.length;
            return 2 * s[i] * (bonds[before] * s[before] + bonds[i] * s[(i + 1) % s.length]);
        }

        @Override
        public void flip(int i) {
            s[i] = -s[i];
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(s).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            new Packed.Reader(saved).read(s);
        }

        @Override
        public SpinLandscape fork() {
            return new ChainModel(bonds, s.clone());
        }
    }

    /** Metropolis sweeps. */
    record Flips(double temperature) implements DynamicsSpec {
        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.SPINS);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            SpinLandscape spins = (SpinLandscape) model;
            spins.load(x);
            return new FlipsStepper(temperature, spins, random.stream("flips", 0));
        }

        @Override
        public String timeUnit() {
            return "sweep";
        }

        @Override
        public double quantum(LandscapeSpec landscape) {
            return 1.0;
        }

        @Override
        public double evaluationsPerUnitTime(LandscapeSpec landscape) {
            return 1.0;
        }
    }

    static final class FlipsStepper implements Stepper {
        private final double temperature;
        private final SpinLandscape spins;
        private final RandomStream random;
        private long sweeps;

        FlipsStepper(double temperature, SpinLandscape spins, RandomStream random) {
            this.temperature = temperature;
            this.spins = spins;
            this.random = random;
        }

        @Override
        public void step() {
            for (int k = 0; k < spins.dimension(); k++) {
                int i = random.nextInt(spins.dimension());
                if (random.nextDouble() < Math.exp(-spins.flipCost(i) / temperature)) spins.flip(i);
            }
            sweeps++;
        }

        @Override
        public double time() {
            return sweeps;
        }

        @Override
        public long steps() {
            return sweeps;
        }

        @Override
        public long evaluations() {
            return sweeps;
        }

        @Override
        public Status status() {
            return Status.RUNNING;
        }

        @Override
        public void state(double[] x) {
            spins.state(x);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(spins.save())
                    .put(sweeps)
                    .put(random.save())
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            spins.restore(in.readBytes());
            sweeps = in.readLong();
            random.load(in.readBytes());
        }
    }

    static final Quantity ENERGY = new Quantity("e", "e", "J", List.of("t"), "E/N");
    static final Quantity RUNNING = new Quantity("mean", "<e>", "J", List.of("t"), "mean of e over the moments so far");
    static final Quantity CORRELATION = new Quantity("C", "C", "", List.of("t", "tw"), "x(t).x(tw)/N");
    static final Quantity RESPONSE = new Quantity("chi", "chi", "1/J", List.of("t", "tw"), "h.(x_h - x)/(N h^2)");
    static final Quantity INHERENT = new Quantity("e_IS", "e_IS", "J", List.of("t"), "E/N of the minimum below");

    /** Energy, and its mean over the moments so far: a probe with a memory. */
    record Energy() implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ENERGY, RUNNING);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.noneOf(Need.class);
        }

        @Override
        public Probe open(Model model, Streams random) {
            RandomStream dither = random.stream("dither", 0);
            return new Probe() {
                private double sum;
                private int count;

                @Override
                public void at(Moment now, Sink out) {
                    for (int r = 0; r < now.replicas(); r++) {
                        double e = now.energy(r) / model.dimension();
                        out.put(ENERGY, r, e, Double.NaN, now.time());
                        sum += e + 1e-3 * dither.nextGaussian();
                        count++;
                    }
                    out.put(RUNNING, Sink.ALL, sum / count, Double.NaN, now.time());
                }

                @Override
                public byte[] save() {
                    return new Packed.Writer()
                            .put(sum)
                            .put(count)
                            .put(dither.save())
                            .bytes();
                }

                @Override
                public void load(byte[] saved) {
                    Packed.Reader in = new Packed.Reader(saved);
                    sum = in.readDouble();
                    count = in.readInt();
                    dither.load(in.readBytes());
                }
            };
        }
    }

    /** Two-time correlation, and the response to a random field. */
    record TwoTimes(double strength) implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(CORRELATION, RESPONSE);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.noneOf(Need.class);
        }

        @Override
        public int branches() {
            return 1;
        }

        @Override
        public Probe open(Model model, Streams random) {
            double[] h = new double[model.dimension()];
            random.stream("field", 0).normals(h);
            for (int i = 0; i < h.length; i++) h[i] *= strength;
            return new Probe() {
                @Override
                public List<double[]> fields(Moment now, int age) {
                    return List.of(h);
                }

                @Override
                public void at(Moment now, Sink out) {
                    for (int a : now.due()) {
                        for (int r = 0; r < now.replicas(); r++) {
                            double[] x = now.state(r);
                            double[] y = now.branch(a, 0, r);
                            double overlap = 0.0;
                            double work = 0.0;
                            double square = 0.0;
                            for (int i = 0; i < h.length; i++) {
                                overlap += x[i] * now.snapshot(a, r)[i] / h.length;
                                work += h[i] * (y[i] - x[i]);
                                square += h[i] * h[i];
                            }
                            out.put(CORRELATION, r, overlap, Double.NaN, now.time(), now.age(a));
                            out.put(RESPONSE, r, work / square, Double.NaN, now.time(), now.age(a));
                        }
                    }
                }
            };
        }
    }

    /** Energy of the minimum below every replica: a side run each. */
    record Inherent(double dt) implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(INHERENT);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.GRADIENT);
        }

        @Override
        public Probe open(Model model, Streams random) {
            return new Probe() {
                @Override
                public void at(Moment now, Sink out) {}

                @Override
                public List<Excursion> excursions(Moment now) {
                    List<Excursion> all = new ArrayList<>();
                    for (int r = 0; r < now.replicas(); r++) all.add(new Excursion(r, new Walk(0, dt), 40 + r % 2));
                    return all;
                }

                @Override
                public void returned(Moment now, int excursion, double[] x, double energy, Status status, Sink out) {
                    out.put(INHERENT, excursion, energy / x.length, Double.NaN, now.time());
                }
            };
        }
    }

    /** Waits at the dynamics of the study, decides from what it sees how to go on, then changes the temperature. */
    record TwoLegs(double until) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            Ensemble ensemble = bench.start(bench.dynamics());
            bench.follow(ensemble, first());
            double[] x = new double[bench.model().dimension()];
            double sum = 0.0;
            for (int r = 0; r < ensemble.replicas(); r++) {
                ensemble.state(r, x);
                for (double xi : x) sum += xi;
            }
            double next = sum > 0 ? 0.2 : 0.3;
            if (bench.dynamics() instanceof Walk walk && ensemble.status(0).running()) {
                bench.change(ensemble, new Walk(next, walk.dt));
            }
            bench.follow(ensemble, second(ensemble.time()));
            Ensemble other = bench.start(bench.dynamics());
            bench.follow(other, Schedule.at(1.0, until / 4));
        }

        private Schedule first() {
            return Schedule.waitingTimes(new double[] {0.0, until / 8}, 0.1, until / 2, 6);
        }

        private Schedule second(double from) {
            return Schedule.waitingTimes(new double[] {0.0, from}, new double[] {0.0, until / 3, until / 2}, until);
        }

        @Override
        public Schedule schedule() {
            double[] ages = {0.0, until / 8, until / 2};
            return Schedule.waitingTimes(ages, new double[] {0.0, until / 3, until / 2}, until);
        }
    }

    /** One leg. */
    record OneLeg(double until) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            bench.follow(bench.start(bench.dynamics()), schedule());
        }

        @Override
        public Schedule schedule() {
            return Schedule.logarithmic(0.1, until, 4);
        }
    }

    /** The model's random state. */
    record Anywhere() implements StartSpec {
        @Override
        public void place(Model model, int replica, double[] x, RandomGenerator random) {
            switch (model) {
                case Landscape landscape -> landscape.randomise(x, random);
                case SpinLandscape spins -> spins.randomise(x, random);
            }
        }
    }

    /** e(t) = -exp(-rate t): a theory, which diverges for a negative rate. */
    record Decay(double rate) implements TheorySpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ENERGY);
        }

        @Override
        public Validity validity() {
            return Validity.EXACT;
        }

        @Override
        public Solution solve(Schedule grid, Sink out) {
            for (int k = 0; k < grid.size(); k++) {
                out.put(ENERGY, Sink.ALL, -Math.exp(-rate * grid.time(k)), 0.0, grid.time(k));
            }
            return new Solution(rate > 0, 3, 1e-12, "decaying");
        }
    }

    /** A point; its key is made of its parameters. */
    static Point point(
            LandscapeSpec landscape,
            DynamicsSpec dynamics,
            ProtocolSpec protocol,
            long seed,
            Map<String, String> coordinates,
            ObservableSpec... observables) {
        String text = landscape + " " + dynamics + " " + protocol + " " + seed + List.of(observables);
        Map<String, String> all = new LinkedHashMap<>(coordinates);
        all.put("seed", Long.toString(seed));
        String key = "%016x".formatted(Streams.mix(text.hashCode() * 31L + seed));
        return new Point(key, all, landscape, dynamics, protocol, new Anywhere(), 3, List.of(observables), seed);
    }

    /** Points that use everything: fields, side runs, probes with a memory, several legs and ensembles; spins as well. */
    static Work everything(double until, int seeds) {
        List<Point> points = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            points.add(point(
                    new Wells(12, seed),
                    new Walk(0.4, 0.01),
                    new TwoLegs(until),
                    seed,
                    Map.of("landscape.is", "wells"),
                    new Energy(),
                    new TwoTimes(0.1),
                    new Inherent(0.1)));
            points.add(point(
                    new Chain(30, seed),
                    new Flips(0.7),
                    new TwoLegs(until),
                    seed,
                    Map.of("landscape.is", "chain"),
                    new Energy(),
                    new TwoTimes(0.2)));
        }
        return work(points);
    }

    static Work work(List<Point> points) {
        TheoryTask theory = new TheoryTask(
                "decay", "00decay", new Decay(0.5), Schedule.at(0, 1, 2), Map.of("landscape.is", "wells"));
        StringBuilder keys = new StringBuilder();
        for (Point point : points) keys.append(point.key());
        return new Work(
                "toy",
                "quick",
                1,
                Integer.toHexString(keys.toString().hashCode()),
                "study: toy\n",
                points,
                List.of(theory));
    }
}
