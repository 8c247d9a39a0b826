package rugged.theory.jamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.meanfield.statics.PerceptronJamming;
import rugged.meanfield.statics.PerceptronOverlap;
import rugged.params.BadParameter;

class PerceptronTheoryTest {
    private final Map<String, Double> values = new HashMap<>();

    private Solution solve(TheorySpec theory) {
        values.clear();
        return theory.solve(Schedule.at(0.0), (quantity, replica, value, error, axes) -> {
            assertThat(replica).isEqualTo(Sink.ALL);
            assertThat(theory.quantities()).contains(quantity);
            assertThat(axes).hasSameSizeAs(quantity.axes().toArray());
            values.put(quantity.name(), value);
        });
    }

    private double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    /** A by quadrature of its definition. */
    @Test
    void theLineIsTheInverseOfWhatIsMissing() {
        for (double sigma : new double[] {-5.0, -4.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0}) {
            double missing = 0.0;
            double step = 1e-3;
            for (int k = 1; k < 30_000; k++) {
                double h = step * k;
                double t = sigma - h;
                missing += step * h * h * Math.exp(-0.5 * t * t) / Math.sqrt(2.0 * Math.PI);
            }
            assertThat(PerceptronJamming.density(sigma) * missing).isCloseTo(1.0, within(1e-6));
            assertThat(PerceptronJamming.margin(PerceptronJamming.density(sigma)))
                    .isCloseTo(sigma, within(1e-9));
        }
        assertThat(PerceptronJamming.density(0.0)).isCloseTo(2.0, within(1e-14));
    }

    @Test
    void contactsAtJammingAreIsostaticAtNoMargin() {
        assertThat(PerceptronJamming.contactsAt(0.0)).isCloseTo(1.0, within(1e-14));
        assertThat(PerceptronJamming.contactsAt(0.5)).isLessThan(1.0);
        assertThat(PerceptronJamming.contactsAt(-0.5)).isGreaterThan(1.0);
    }

    /** Forces at jamming: all of them, of mean 1, and finite at 0; gaps likewise. Contacts and satisfied patterns are all patterns. */
    @Test
    void forcesAndGapsAtJammingAreGaussiansCutOff() {
        for (double sigma : new double[] {0.0, 0.4706554, 1.5}) {
            double all = 0.0;
            double mean = 0.0;
            double gaps = 0.0;
            double step = 1e-4;
            for (int k = 0; k < 150_000; k++) {
                double x = step * (k + 0.5);
                all += step * PerceptronJamming.force(sigma, x);
                mean += step * x * PerceptronJamming.force(sigma, x);
                gaps += step * PerceptronJamming.gap(sigma, x);
            }
            assertThat(all).isCloseTo(1.0, within(1e-6));
            assertThat(mean).isCloseTo(1.0, within(1e-6));
            assertThat(gaps).isCloseTo(1.0, within(1e-6));
            assertThat(PerceptronJamming.force(sigma, 0.0)).isBetween(0.1, 1.0);
        }
        assertThat(PerceptronJamming.force(0.0, 0.0)).isCloseTo(2.0 / Math.PI, within(1e-12));
    }

    /** Energy by minimising over chi what the replica calculation leaves: its saddle is where the closed form says. */
    @Test
    void theEnergyIsTheSaddleOfItsFunction() {
        for (double[] point : new double[][] {{0.5, 1.5}, {1.0, 1.0}, {0.0, 3.0}, {-0.5, 8.0}}) {
            double missing = 1.0 / PerceptronJamming.density(point[0]);
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 1; k < 400_000; k++) {
                double chi = 1e-3 * k;
                best = Math.max(best, -0.5 / chi + 0.5 * point[1] * missing / (1.0 + chi));
            }
            assertThat(new PerceptronJamming(point[1], point[0]).energy()).isCloseTo(best, within(1e-8));
        }
    }

    @Test
    void theSpectrumHoldsAllEigenvalues() {
        for (double[] point : new double[][] {{0.5, 1.5}, {1.0, 1.0}, {1.0, 0.6}, {0.0, 3.0}}) {
            PerceptronJamming minimum = new PerceptronJamming(point[1], point[0]);
            double low = minimum.lowerEdge();
            double high = minimum.upperEdge();
            double sum = 0.0;
            double mean = 0.0;
            int points = 100_000;
            for (int k = 0; k < points; k++) {
                double angle = Math.PI * (k + 0.5) / points;
                double lambda = 0.5 * (low + high) - 0.5 * (high - low) * Math.cos(angle);
                double weight = 0.5 * (high - low) * Math.sin(angle) * Math.PI / points;
                sum += weight * minimum.spectrum(lambda);
                mean += weight * lambda * minimum.spectrum(lambda);
            }
            assertThat(sum + minimum.isolated()).isCloseTo(1.0, within(1e-6));
            // the trace of c rows of variance 1, and of the shift
            assertThat(mean + minimum.isolated() * minimum.multiplier())
                    .isCloseTo(minimum.contacts() + minimum.multiplier(), within(1e-6));
        }
    }

    @Test
    void aSmoothedSpectrumKeepsItsIntegral() {
        PerceptronUnsatisfiable theory = new PerceptronUnsatisfiable(1.0, 1.0, 0.02, 401);
        PerceptronJamming minimum = new PerceptronJamming(1.0, 1.0);
        double sum = 0.0;
        double step = 1e-3;
        for (double lambda = -1.0; lambda < 6.0; lambda += step) sum += step * theory.density(minimum, lambda);
        assertThat(sum).isCloseTo(1.0, within(1e-6));
    }

    /** The line of instability, followed either way; it lies on the satisfiable side of jamming. */
    @Test
    void theMarginOfInstabilityIsThatOfItsDensity() {
        for (double sigma : new double[] {-0.2, -0.5, -1.0}) {
            double density = PerceptronOverlap.unstable(sigma).orElseThrow().alpha();
            assertThat(PerceptronOverlap.unstableMargin(density)).isCloseTo(sigma, within(1e-9));
            assertThat(sigma).isLessThan(PerceptronJamming.margin(density));
        }
        assertThat(PerceptronOverlap.unstableMargin(3.9507013)).isCloseTo(-0.5, within(1e-6));
        assertThat(PerceptronOverlap.unstableMargin(2.0)).isNaN();
        assertThat(PerceptronOverlap.unstableMargin(0.5)).isNaN();
        solve(new PerceptronThreshold(1.0, 0.5));
        assertThat(values).doesNotContainKey("sigma_AT");
    }

    @Test
    void unsatisfiableAtNoMarginIsMarginal() {
        Solution solution = solve(new PerceptronUnsatisfiable(3.0, 0.0, 0.0, 11));
        double root = Math.sqrt(1.5) - 1.0;
        assertThat(value("mu")).isCloseTo(-root * root, within(1e-14));
        assertThat(value("lower_edge")).isCloseTo(0.0, within(1e-14));
        assertThat(value("stability")).isCloseTo(0.0, within(1e-15));
        assertThat(solution.branch()).contains("marginal");
        assertThat(solve(new PerceptronUnsatisfiable(8.0, -0.5, 0.0, 11)).branch())
                .contains("unstable");
        assertThat(solve(new PerceptronUnsatisfiable(1.5, 0.5, 0.0, 11)).branch())
                .contains("stable");
    }

    /** The overlap solves its equation, which grows with the density of patterns up to jamming. */
    @Test
    void theOverlapGrowsUpToJamming() {
        for (double sigma : new double[] {-1.0, 0.0, 0.7}) {
            double line = PerceptronJamming.density(sigma);
            double before = -1.0;
            for (double part : new double[] {0.0, 0.1, 0.4, 0.7, 0.9, 0.99, 0.999}) {
                PerceptronOverlap found =
                        PerceptronOverlap.at(sigma, part * line).orElseThrow();
                assertThat(found.q()).isGreaterThan(before);
                assertThat(found.alpha()).isCloseTo(part * line, within(1e-8 * line));
                before = found.q();
            }
            assertThat(before).isGreaterThan(0.99);
            assertThat(PerceptronOverlap.at(sigma, 1.001 * line)).isEmpty();
        }
    }

    /** At a margin of 0 the replicon reaches 1 with jamming; below, before it. */
    @Test
    void replicaSymmetryIsLostForNegativeMargins() {
        assertThat(PerceptronOverlap.unstable(0.0)).isEmpty();
        assertThat(PerceptronOverlap.of(0.0, 1.0 - 1e-6).replicon()).isCloseTo(1.0, within(2e-3));
        for (double sigma : new double[] {-0.2, -0.5, -1.0}) {
            PerceptronOverlap lost = PerceptronOverlap.unstable(sigma).orElseThrow();
            assertThat(lost.replicon()).isCloseTo(1.0, within(1e-9));
            assertThat(lost.alpha()).isBetween(2.0, PerceptronJamming.density(sigma));
        }
    }

    @Test
    void theRelationsBetweenExponentsHold() {
        solve(new JammingExponents());
        double gamma = value("gamma");
        assertThat(gamma).isCloseTo(1.0 / (2.0 + value("theta_e")), within(1e-12));
        assertThat(gamma).isCloseTo(0.5 * (1.0 - value("theta_l")), within(1e-12));
        assertThat(value("theta_e")).isCloseTo(0.42311, within(5e-5));
        assertThat(value("theta_l")).isCloseTo(0.17462, within(2e-5));
        assertThat(gamma).isCloseTo(0.41269, within(1e-5));
    }

    @Test
    void pointsOfTheOtherPhaseAreRefused() {
        assertThatThrownBy(() -> new PerceptronUnsatisfiable(1.0, 0.0, 0.0, 11))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("point is in the SAT phase (alpha <= alpha_J = 2");
        assertThatThrownBy(() -> new PerceptronSatisfiable(3.0, 0.0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("point is in the UNSAT phase");
        assertThatThrownBy(() -> new PerceptronThreshold(1e20, 0.0)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new PerceptronThreshold(1.0, Double.NaN)).isInstanceOf(BadParameter.class);
    }
}
