package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Order;
import rugged.dynamics.Sampling;
import rugged.dynamics.Stability;
import rugged.dynamics.bayesian.PosteriorGibbs;
import rugged.dynamics.flow.GradientFlow;
import rugged.dynamics.inference.ApproximateMessagePassing;
import rugged.dynamics.inference.GeneralisedMessagePassing;
import rugged.dynamics.inference.PassingParameters;
import rugged.dynamics.rules.Lessons;
import rugged.dynamics.rules.OnLineDescent;
import rugged.dynamics.rules.PerceptronRule;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Langevin;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.dynamics.stochastic.Sgd;
import rugged.landscape.Precision;
import rugged.landscape.narrow.CommitteeMixing;
import rugged.landscape.narrow.ExampleLaw;
import rugged.landscape.narrow.MultiIndexRisk;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.landscape.paths.ActivePaths;
import rugged.landscape.paths.PathLaw;
import rugged.landscape.rules.Beginning;
import rugged.landscape.rules.DecayedCommittee;
import rugged.landscape.rules.SoftCommittee;
import rugged.landscape.rules.StudentPerceptron;
import rugged.meanfield.diluted.PathSigns;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.Rehearsal;
import rugged.num.boltzmann.UnitValues;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.protocol.WaitingTimes;

/** What every observable promises: it writes what it says, the same twice over, and nothing is lost when it is saved and opened anew. */
class ObservableContractTest {
    private static final ProtocolSpec PROTOCOL = new WaitingTimes(List.of(0.0, 1.0, 4.0), 1.0, 9.0, 3);

    private record Case(ObservableSpec observable, DynamicsSpec dynamics, LandscapeSpec landscape) {
        TinyBench run(boolean forgetful) {
            TinyBench bench = new TinyBench(landscape, dynamics, observable, 3, 21, forgetful);
            PROTOCOL.run(bench);
            return bench;
        }
    }

    private static Stream<Case> cases() {
        List<DynamicsSpec> dynamics = List.of(
                new Langevin(0.4, 0.05, Clock.FLOW, new Stability(false)),
                new GradientFlow(GradientFlow.Method.DORMAND_PRINCE, 0.1, 1e-6, 1e-12, 1e-8, new Stability(false)),
                new Metropolis(0.7, Order.RANDOM, 0.5),
                new HeatBath(0.7, Order.SEQUENTIAL),
                new Tempering(new HeatBath(1.0, Order.RANDOM), 0.7, 1.4, 3, List.of(), 1, 0.0),
                new Sgd(0.05, new Batching(10, Sampling.REPLACEMENT), 0.0, 0.0, Clock.STEPS, new Stability(false)),
                new PosteriorGibbs(),
                new PerceptronRule(new Lessons(Rehearsal.ON_LINE, 1.0, 0.0, 0.02)),
                new OnLineDescent(1.0),
                new ApproximateMessagePassing(new PassingParameters(0.0, 1e-12)),
                new GeneralisedMessagePassing(new PassingParameters(0.0, 1e-12), 3));

        return Catalogue.standard().entries("observable").stream()
                .map(entry -> (ObservableSpec) Samples.of(entry, Catalogue.standard())
                        .orElseThrow(() -> new AssertionError(entry.name() + " has no valid spec of defaults")))
                .flatMap(observable -> dynamics.stream()
                        .flatMap(moving -> landscapes(observable, moving)
                                .filter(landscape -> landscape.offers().containsAll(moving.needs()))
                                .filter(landscape ->
                                        Bestiary.offered(landscape, moving).containsAll(observable.needs()))
                                .map(landscape -> new Case(observable, moving, landscape))));
    }

    /** A network, which is dearer, only where its examples or its patterns matter. */
    private static Stream<LandscapeSpec> landscapes(ObservableSpec observable, DynamicsSpec moving) {
        List<LandscapeSpec> all = new ArrayList<>(Bestiary.testLandscapes());
        Set<Need> needs = observable.needs();
        boolean patterns =
                needs.contains(Need.EXAMPLES) || needs.contains(Need.PATTERNS) || needs.contains(Need.DENSE_LAYERS);
        if (patterns && moving instanceof Sgd) all.add(Bestiary.network());
        if (needs.contains(Need.CONTACTS) || needs.contains(Need.PARTICLES))
            all.add(new Packing(16, 2, List.of(1.0, 1.4), 0.9, Repulsion.HARMONIC));
        if (needs.contains(Need.MARGINS) && moving instanceof Sgd) all.add(Bestiary.constraints());
        if (needs.contains(Need.PARITY) || needs.contains(Need.DILUTION))
            all.add(new ActivePaths(new PathLaw(3, 3, 0.5, 0.8, PathSigns.PLANTED, 0.5, 1)));
        if (needs.contains(Need.MACHINE) && moving instanceof Sgd) all.add(Bestiary.machine(UnitValues.SPINS));
        boolean posterior = needs.contains(Need.GAUSSIAN_PARTS) || needs.contains(Need.FEATURES);
        if (moving instanceof PosteriorGibbs && posterior) all.add(Bestiary.linearPosterior());
        if (moving instanceof PerceptronRule)
            all.add(new StudentPerceptron(Bestiary.SMALL, 3.0, 0.0, 1.0, 0.0, LearningRule.ADATRON, 1));
        if (moving instanceof OnLineDescent) all.add(new SoftCommittee(Bestiary.SMALL, 2, List.of(0.4, 0.2), 0.05, 1));
        if (needs.contains(Need.HEATED_COMMITTEE) && moving instanceof Langevin)
            all.add(new DecayedCommittee(
                    Bestiary.SMALL, 2, 20, 0.5, 0.5, false, Beginning.RANDOM, Precision.FLOAT64, 1));
        boolean deep = needs.contains(Need.SIGNALS) || needs.contains(Need.CASCADES);
        if (deep && moving instanceof Sgd) all.add(Bestiary.deep());
        if (needs.contains(Need.INPUT_FUNCTION) && moving instanceof Sgd) all.add(Bestiary.pictures());
        if (needs.contains(Need.CIRCUIT) && moving instanceof Langevin) all.add(Bestiary.circuit());
        if (moving instanceof ApproximateMessagePassing) all.add(Bestiary.mixing());
        if (needs.contains(Need.TAUGHT_UNITS) && moving instanceof GeneralisedMessagePassing)
            all.add(new CommitteeMixing(Bestiary.SMALL, 2, 3.0, 0.2, 1));
        if (needs.contains(Need.SEQUENCE_STUDENT) && moving instanceof Sgd) all.add(Bestiary.sequences());
        if (needs.contains(Need.TEACHER) && moving instanceof Sgd)
            all.add(new MultiIndexRisk(
                    Bestiary.SMALL,
                    new ExampleLaw(2.0, TeacherLabel.SIGN, 0.0, 1),
                    MarginLoss.LOGISTIC,
                    1.0,
                    1.0,
                    false));
        return all.stream();
    }

    @TestFactory
    Stream<DynamicTest> writesTheSameTwiceAndAfterEverySave() {
        return cases().map(each -> dynamicTest(each.toString(), () -> {
            List<TinyBench.Row> once = each.run(false).rows;
            assertThat(once).isNotEmpty();
            assertThat(each.run(false).rows).isEqualTo(once);
            assertThat(each.run(true).rows).isEqualTo(once);
        }));
    }

    @TestFactory
    Stream<DynamicTest> writesWhatItSays() {
        return cases().map(each -> dynamicTest(each.toString(), () -> {
            TinyBench bench = each.run(false);
            List<TinyBench.Row> rows = bench.rows;
            Set<Quantity> written = new HashSet<>(bench.arrays);
            Set<List<Object>> keys = new HashSet<>();
            for (TinyBench.Row row : rows) {
                written.add(row.quantity());
                // of an array there is a row for each number, with its place behind the axes
                int place = row.quantity().hasExtents() ? 1 : 0;
                assertThat(row.axes()).hasSize(row.quantity().axes().size() + place);
                assertThat(keys.add(List.of(row.quantity(), row.replica(), row.axes())))
                        .as("written once")
                        .isTrue();
            }
            // a quotient is formed from the means of what is written
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(each.observable().quantities().stream()
                            .filter(quantity -> quantity.ratio() == null)
                            .toList());
            for (Quantity quantity : each.observable().quantities()) {
                Quantity.Ratio ratio = quantity.ratio();
                if (ratio == null) continue;
                assertThat(written).extracting(Quantity::name).contains(ratio.numerator(), ratio.denominator());
                assertThat(written)
                        .filteredOn(other -> other.name().equals(ratio.denominator()))
                        .allSatisfy(other -> assertThat(other.axes()).isEqualTo(quantity.axes()));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> isTriedSomewhere() {
        return Catalogue.standard().entries("observable").stream()
                .map(entry -> dynamicTest(
                        entry.name(),
                        () -> assertThat(cases())
                                .anyMatch(each -> each.observable().getClass() == entry.type())));
    }
}
