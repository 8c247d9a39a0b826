package rugged.theory.aging;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import rugged.api.Archive;
import rugged.meanfield.AgingCurves;
import rugged.num.Packed;

/**
 * Readings in the order in which they were taken: where curves take too much room to be kept, what was read off them is. Whoever finds them must ask for the same
 * ones in the same order.
 */
final class KeptReadings implements Readings {
    private final double[] all;
    private final String words;
    private int next;

    private KeptReadings(byte[] kept) {
        Packed.Reader in = new Packed.Reader(kept);
        words = in.readString();
        all = new double[in.readInt()];
        in.read(all);
    }

    /** Those kept under a name; else those of curves, which are kept when they are finished. */
    static Readings of(Archive archive, String name, Supplier<Readings> curves) {
        Optional<byte[]> kept = archive.find(name);
        return kept.isPresent() ? new KeptReadings(kept.get()) : new Recording(curves.get(), archive, name);
    }

    @Override
    public double value(AgingCurves.Reading reading) {
        return all[next++];
    }

    @Override
    public double error(AgingCurves.Reading reading) {
        return all[next++];
    }

    @Override
    public String inWords() {
        return words;
    }

    private static final class Recording implements Readings {
        private final Readings curves;
        private final Archive archive;
        private final String name;
        private double[] all = new double[64];
        private int count;

        Recording(Readings curves, Archive archive, String name) {
            this.curves = curves;
            this.archive = archive;
            this.name = name;
        }

        private double record(double number) {
            if (count == all.length) all = Arrays.copyOf(all, 2 * count);
            all[count++] = number;
            return number;
        }

        @Override
        public double value(AgingCurves.Reading reading) {
            return record(curves.value(reading));
        }

        @Override
        public double error(AgingCurves.Reading reading) {
            return record(curves.error(reading));
        }

        @Override
        public String inWords() {
            return curves.inWords();
        }

        @Override
        public void finish() {
            Packed.Writer out = new Packed.Writer().put(curves.inWords()).put(count);
            archive.keep(name, out.put(Arrays.copyOf(all, count)).bytes());
        }
    }
}
