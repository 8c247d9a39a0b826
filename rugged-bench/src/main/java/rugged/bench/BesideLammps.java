package rugged.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rugged.api.model.Landscape;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.num.Streams;

/**
 * Quenches of harmonic discs, two sizes at a packing fraction of 0.86, beside those of LAMMPS from the same positions, one thread each, in turns. LAMMPS minimises by its own FIRE, with a pair
 * style for grains without friction or damping, whose force is the overlap, and with a table of our own force; here the force is the overlap over the contact distance squared. So paths differ, and
 * what is compared is the processor time of a particle and a force, lists of neighbours included.
 *
 * <p>{@code BesideLammps [LMP [ROUNDS]]}; prints nanoseconds, and the ratio of each style to ours.
 */
public final class BesideLammps {
    private static final int[] SIZES = {1024, 4096};
    private static final double FRACTION = 0.86;
    private static final double FORCE = 1e-10;
    private static final long STEPS = 3000;
    private static final List<String> STYLES = List.of("gran/hooke", "table");
    private static final Pattern TIME = Pattern.compile("Loop time of (\\S+) on 1 procs for (\\d+) steps");
    private static final Pattern SHARE = Pattern.compile("(\\S+)% CPU use");
    private static final Pattern FORCES = Pattern.compile("Iterations, force evaluations = (\\d+) (\\d+)");

    private BesideLammps() {}

    /** Runs all sizes. */
    public static void main(String[] words) throws IOException, InterruptedException {
        String program = words.length > 0 ? words[0] : "lmp";
        int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 5;
        Path folder = Files.createTempDirectory("rugged-lammps");
        boolean compared = false;
        try {
            System.out.println(version(program));
            System.out.printf("%6s %10s %12s %8s %12s %8s%n", "N", "ours ns", "gran/hooke", "ratio", "table", "ratio");
            for (int n : SIZES) compare(program, n, rounds, folder);
            compared = true;
        } catch (IOException e) {
            System.out.println("no comparison: " + program + " cannot be run (" + e.getMessage() + "); install LAMMPS");
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(file);
            }
        }
        if (!compared) System.exit(3);
    }

    private static String version(String program) throws IOException, InterruptedException {
        return output(Path.of("."), program, "-h")
                .lines()
                .filter(line -> line.contains("Molecular"))
                .findFirst()
                .orElse(program);
    }

    private static void compare(String program, int n, int rounds, Path folder)
            throws IOException, InterruptedException {
        Landscape discs = (Landscape) new Packing(n, 2, List.of(1.0, 1.4), FRACTION, Repulsion.HARMONIC).build();
        double[] x = new double[2 * n];
        double[][] times = new double[1 + STYLES.size()][rounds];
        table(folder.resolve("table"));
        // the first is for the compiler
        for (int k = -1; k < rounds; k++) {
            int into = Math.max(k, 0);
            discs.randomise(x, Streams.of(k + 1).stream("start", 0));
            times[0][into] = ours(discs, x) / n;
            if (k < 0) continue;
            positions(folder.resolve("discs"), n, x, ((ParticleLandscape) discs).box()[0]);
            for (int s = 0; s < STYLES.size(); s++) times[1 + s][k] = theirs(program, STYLES.get(s), folder) / n;
        }
        double[] median = Arrays.stream(times).mapToDouble(BesideLammps::median).toArray();
        System.out.printf(
                Locale.ROOT,
                "%6d %10.1f %12.1f %8.2f %12.1f %8.2f%n",
                n,
                median[0],
                median[1],
                median[1] / median[0],
                median[2],
                median[2] / median[0]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Nanoseconds of a step, averaged over as many as LAMMPS makes. */
    private static double ours(Landscape discs, double[] x) {
        Stepper descent = new Fire(0.1, 0.6, 5, 0.1, FORCE / 10.0).start(discs, x, Streams.of(1));
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        while (descent.status().running() && descent.steps() < STEPS) descent.step();
        return (double) (threads.getCurrentThreadCpuTime() - begun) / descent.evaluations();
    }

    /** Nanoseconds of a force evaluation. */
    private static double theirs(String program, String style, Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("in"), script(style));
        String said = output(folder, program, "-in", "in", "-log", "none");
        double seconds = number(TIME, said, 1) * 0.01 * number(SHARE, said, 1);
        return 1e9 * seconds / number(FORCES, said, 2);
    }

    private static double number(Pattern pattern, String text, int group) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) throw new IOException("no " + pattern + " in what it printed: " + text);
        return Double.parseDouble(matcher.group(group));
    }

    private static String script(String style) {
        List<String> lines = new ArrayList<>(List.of(
                "units lj",
                "dimension 2",
                "atom_style sphere",
                "boundary p p p",
                "newton on",
                "comm_modify vel yes",
                "read_data discs"));
        if (style.equals("table")) {
            lines.add("pair_style table linear 4000");
            lines.add("pair_coeff 1 1 table SMALL 1.0");
            lines.add("pair_coeff 1 2 table MIXED 1.2");
            lines.add("pair_coeff 2 2 table LARGE 1.4");
        } else {
            lines.add("pair_style gran/hooke 1.0 0.0 0.0 0.0 0.0 0");
            lines.add("pair_coeff * *");
        }
        lines.addAll(List.of(
                "neighbor 0.35 bin",
                "neigh_modify delay 0 every 1 check yes",
                "min_style fire",
                "min_modify dmax 0.1",
                "timestep 0.1",
                "thermo 1000",
                "minimize 0 " + FORCE + " " + STEPS + " " + 2 * STEPS));
        return String.join("\n", lines) + "\n";
    }

    /** Half of the discs have diameter 1, the others 1.4. */
    private static void positions(Path file, int n, double[] x, double length) throws IOException {
        StringBuilder out = new StringBuilder("discs\n\n" + n + " atoms\n2 atom types\n\n");
        out.append("0 ")
                .append(length)
                .append(" xlo xhi\n0 ")
                .append(length)
                .append(" ylo yhi\n-0.5 0.5 zlo zhi\n\nAtoms\n\n");
        for (int i = 0; i < n; i++) {
            double diameter = i < n / 2 ? 1.0 : 1.4;
            double density = 6.0 / (Math.PI * diameter * diameter * diameter);
            out.append(i + 1)
                    .append(i < n / 2 ? " 1 " : " 2 ")
                    .append(diameter)
                    .append(' ')
                    .append(density);
            out.append(' ').append(x[2 * i]).append(' ').append(x[2 * i + 1]).append(" 0\n");
        }
        Files.writeString(file, out);
    }

    /** V = (1 - r/s)^2/2 and its force for the three contact distances s. */
    private static void table(Path file) throws IOException {
        StringBuilder out = new StringBuilder();
        int points = 4000;
        String[] names = {"SMALL", "MIXED", "LARGE"};
        for (int k = 0; k < 3; k++) {
            double s = 1.0 + 0.2 * k;
            out.append(names[k])
                    .append("\nN ")
                    .append(points)
                    .append(" R 0.001 ")
                    .append(s)
                    .append("\n\n");
            for (int p = 0; p < points; p++) {
                double r = 0.001 + (s - 0.001) * p / (points - 1);
                double delta = 1.0 - r / s;
                out.append(p + 1).append(' ').append(r).append(' ').append(0.5 * delta * delta);
                out.append(' ').append(delta / s).append('\n');
            }
            out.append('\n');
        }
        Files.writeString(file, out);
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
