package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rugged.figure.FigureRequest.Scale;

/** Tables with the shapes that studies have: made up, but with the error bars, spans and gaps of the real ones. */
final class Examples {
    private final List<String> quantity = new ArrayList<>();
    private final List<String> source = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();
    private final Random random = new Random(7);

    static final FigureRequest AGING = FigureRequest.of("C", "C", "t - tw")
            .titled("Two-time correlation C(t, t_{w})")
            .labelled("t - t_{w}", "C(t, t_{w})")
            .scaled(Scale.LOG, Scale.LINEAR)
            .curvesBy("tw", "t_{w}")
            .panelsBy("temperature", "T", 0);

    static final FigureRequest ENERGY = FigureRequest.of("e", "e", "t")
            .labelled("t", "e(t) - e_{th}")
            .scaled(Scale.LOG, Scale.LOG)
            .shifted(1.1547)
            .curvesBy("n", "N");

    static final FigureRequest PARAMETRIC = FigureRequest.of("chi-C", "chi", "C")
            .labelled("C(t, t_{w})", "\\chi(t, t_{w})")
            .curvesBy("tw", "t_{w}")
            .where("temperature", "0.5");

    private void add(String name, String from, double... row) {
        quantity.add(name);
        source.add(from);
        numbers.add(row);
    }

    private Table table(String... columns) {
        Table.Builder out = Table.builder()
                .texts("quantity", quantity.toArray(String[]::new))
                .texts("source", source.toArray(String[]::new));
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            out.numbers(
                    columns[c], numbers.stream().mapToDouble(row -> row[column]).toArray());
        }
        return out.build();
    }

    private static double correlation(double tau, double tw, double temperature) {
        double plateau = temperature < 0.6 ? 0.72 : 0.55;
        double fast = plateau + (1 - plateau) * Math.pow(1 + tau, -0.9);
        double slow = temperature < 0.6 ? Math.pow(1 + tau / tw, -0.45) : Math.exp(-Math.pow(tau / 60, 0.7));
        return fast * slow;
    }

    /** C and chi for four waiting times and two temperatures, with theory on a denser grid that includes t = tw. */
    static Table aging() {
        Examples out = new Examples();
        for (double temperature : new double[] {0.7, 0.5}) {
            for (double tw : new double[] {10, 100, 1000, 10000}) {
                for (double k = -1; k <= 4.0001; k += 0.25) {
                    double tau = Math.pow(10, k);
                    double c = correlation(tau, tw, temperature);
                    double bar = 0.008 + 0.02 * (1 - c);
                    out.add("C", "simulation", temperature, tw, tw + tau, c + bar * out.random.nextGaussian(), bar, 20);
                    double chi = response(c, temperature);
                    out.add(
                            "chi",
                            "simulation",
                            temperature,
                            tw,
                            tw + tau,
                            chi + 0.5 * bar * out.random.nextGaussian(),
                            0.5 * bar,
                            20);
                }
                for (double k = -1.05; k <= 4.0001; k += 0.05) {
                    double tau = k < -1.01 ? 0 : Math.pow(10, k);
                    double c = correlation(tau, tw, temperature);
                    out.add("C", "CHSCK", temperature, tw, tw + tau, c, Double.NaN, Double.NaN);
                    out.add(
                            "chi",
                            "CHSCK",
                            temperature,
                            tw,
                            tw + tau,
                            response(c, temperature),
                            Double.NaN,
                            Double.NaN);
                }
            }
        }
        return out.table("temperature", "tw", "t", "value", "error", "count");
    }

    private static double response(double c, double temperature) {
        double plateau = temperature < 0.6 ? 0.72 : 0.55;
        return c > plateau ? (1 - c) / temperature : (1 - plateau) / temperature + 0.55 * (plateau - c) / temperature;
    }

    /** An energy that decays towards -1.1547 as a power law, for two sizes, with two theories; one point is lost. */
    static Table energy() {
        Examples out = new Examples();
        for (double n : new double[] {500, 2000}) {
            for (double k = 0; k <= 3.0001; k += 0.15) {
                double t = Math.pow(10, k);
                double e = -1.1547 + 0.55 * Math.pow(t, -2 / 3.) + 1.5 / n;
                double bar = 0.06 / Math.sqrt(n) * (n < 1000 ? 2 : 1);
                out.add("e", "simulation", n, t, e + bar * out.random.nextGaussian(), bar);
            }
        }
        out.add("e", "simulation", 500, 2000, Double.NaN, 0.01);
        for (double k = 0; k <= 3.5; k += 0.02) {
            double t = Math.pow(10, k);
            out.add("e", "CHSCK, integrated", Double.NaN, t, -1.1547 + 0.55 * Math.pow(t, -2 / 3.), Double.NaN);
            out.add("e", "power law, exponent 2/3", Double.NaN, t, -1.1547 + 0.4 * Math.pow(t, -2 / 3.), Double.NaN);
        }
        return out.table("n", "t", "value", "error");
    }

    /** A long noisy series: 20 000 points with one spike. */
    static Table dense() {
        Examples out = new Examples();
        for (int i = 1; i <= 20000; i++) {
            double value = Math.sin(i / 2500.) + 0.1 * out.random.nextGaussian() + (i == 7777 ? 2 : 0);
            out.add("m", "simulation", i, value, 0.1);
        }
        return out.table("t", "value", "error");
    }
}
