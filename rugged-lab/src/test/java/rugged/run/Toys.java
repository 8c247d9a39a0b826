package rugged.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.StartSpec;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.model.Model;
import rugged.api.motion.Ensemble;
import rugged.num.Streams;
import rugged.study.Point;
import rugged.study.TheoryTask;

/** Protocols, and points that exercise everything a bench has to carry through an interruption. */
final class Toys {
    private Toys() {}

    /** Sends a pilot, waits at the dynamics of the study, decides from what it sees how to go on, then changes the temperature. */
    record TwoLegs(double until) implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            Ensemble pilot = bench.pilot(bench.dynamics());
            bench.follow(pilot, Schedule.at(until / 8));
            double[] x = new double[bench.model().dimension()];
            double sum = 0.0;
            for (int r = 0; r < pilot.replicas(); r++) {
                pilot.state(r, x);
                for (double xi : x) sum += xi;
            }
            Ensemble ensemble = bench.start(bench.dynamics());
            bench.follow(ensemble, first());
            for (int r = 0; r < ensemble.replicas(); r++) {
                ensemble.state(r, x);
                for (double xi : x) sum += xi;
            }
            double next = sum > 0 ? 0.2 : 0.3;
            if (bench.dynamics() instanceof ToyDynamics.Walk walk
                    && ensemble.status(0).running()) {
                bench.change(ensemble, new ToyDynamics.Walk(next, walk.dt()));
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
            model.randomise(x, random);
        }
    }

    /** e(t) = -exp(-rate t): a theory, which diverges for a negative rate. */
    record Decay(double rate) implements TheorySpec {
        @Override
        public List<Quantity> quantities() {
            return List.of(ToyObservables.ENERGY);
        }

        @Override
        public Validity validity() {
            return Validity.EXACT;
        }

        @Override
        public Solution solve(Schedule grid, Sink out) {
            for (int k = 0; k < grid.size(); k++) {
                out.put(ToyObservables.ENERGY, Sink.ALL, -Math.exp(-rate * grid.time(k)), 0.0, grid.time(k));
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
                    new ToyLandscapes.Wells(12, seed),
                    new ToyDynamics.Walk(0.4, 0.01),
                    new TwoLegs(until),
                    seed,
                    Map.of("landscape.is", "wells"),
                    new ToyObservables.Energy(),
                    new ToyObservables.TwoTimes(0.1),
                    new ToyObservables.Inherent(0.1),
                    new ToyObservables.Arrays()));
            points.add(point(
                    new ToyLandscapes.Chain(30, seed),
                    new ToyDynamics.Flips(0.7),
                    new TwoLegs(until),
                    seed,
                    Map.of("landscape.is", "chain"),
                    new ToyObservables.Energy(),
                    new ToyObservables.TwoTimes(0.2)));
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
