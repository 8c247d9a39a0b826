package rugged.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Excursion;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Status;
import rugged.api.record.NamedArray;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Observables that need everything a bench offers: memories, fields, side runs, random numbers. */
final class ToyObservables {
    private ToyObservables() {}

    static final Quantity ENERGY = new Quantity("e", "e", "J", List.of("t"), "E/N");
    static final Quantity RUNNING = new Quantity("mean", "<e>", "J", List.of("t"), "mean of e over the moments so far");
    static final Quantity CORRELATION = new Quantity("C", "C", "", List.of("t", "tw"), "x(t).x(tw)/N");
    static final Quantity RESPONSE = new Quantity("chi", "chi", "1/J", List.of("t", "tw"), "h.(x_h - x)/(N h^2)");
    static final Quantity INHERENT = new Quantity("e_IS", "e_IS", "J", List.of("t"), "E/N of the minimum below");

    static final Quantity LOWEST = new Quantity("e_min", "e_min", "J", List.of("t"), "lowest e_IS so far");

    static final Quantity ABOVE =
            Quantity.array("above", "x_i", "", List.of("t"), List.of("place"), "the coordinates above 0");
    static final Quantity PICTURE =
            Quantity.array("picture", "p", "", List.of("t"), List.of("row", "i"), "coordinates and their squares");

    /** Arrays: one whose first extent changes, one of all replicas that keeps its shape. */
    record Arrays() implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ABOVE, PICTURE);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.noneOf(Need.class);
        }

        static double[] above(double[] x) {
            return java.util.Arrays.stream(x).filter(xi -> xi > 0.0).toArray();
        }

        @Override
        public Probe open(Model model, Streams random) {
            return (now, out) -> {
                for (int r = 0; r < now.replicas(); r++)
                    out.put(ABOVE, r, NamedArray.vector("place", above(now.state(r))), now.time());
                double[] x = now.state(0);
                double[] squares = java.util.Arrays.stream(x).map(xi -> xi * xi).toArray();
                out.put(PICTURE, Sink.ALL, NamedArray.matrix("row", "i", new double[][] {x, squares}), now.time());
            };
        }
    }

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

    /** Energy of the minimum below some replicas, drawn at each moment, and the lowest so far: side runs of a probe with a memory. */
    record Inherent(double dt) implements ObservableSpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(INHERENT, LOWEST);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.GRADIENT);
        }

        @Override
        public Probe open(Model model, Streams random) {
            RandomStream choice = random.stream("choice", 0);
            return new Probe() {
                private double lowest = Double.POSITIVE_INFINITY;

                @Override
                public void at(Moment now, Sink out) {}

                @Override
                public List<Excursion> excursions(Moment now) {
                    List<Excursion> all = new ArrayList<>();
                    for (int r = 0; r < now.replicas(); r++) {
                        if (choice.nextDouble() < 0.7)
                            all.add(new Excursion(r, new ToyDynamics.Walk(0, dt), 40 + r % 2));
                    }
                    return all;
                }

                @Override
                public void returned(Moment now, int excursion, double[] x, double energy, Status status, Sink out) {
                    double e = energy / x.length;
                    lowest = Math.min(lowest, e);
                    out.put(INHERENT, excursion, e, Double.NaN, now.time());
                    out.put(LOWEST, Sink.ALL, lowest, Double.NaN, now.time());
                }

                @Override
                public byte[] save() {
                    return new Packed.Writer().put(lowest).put(choice.save()).bytes();
                }

                @Override
                public void load(byte[] saved) {
                    Packed.Reader in = new Packed.Reader(saved);
                    lowest = in.readDouble();
                    choice.load(in.readBytes());
                }
            };
        }
    }
}
