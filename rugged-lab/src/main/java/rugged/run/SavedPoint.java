package rugged.run;

import java.util.ArrayList;
import java.util.List;
import rugged.num.Packed;
import rugged.store.point.Sections;
import rugged.store.point.Sections.Section;

/**
 * What a point under way continues from. The one place that knows how it is laid out in a checkpoint; the page on the run folder describes it.
 *
 * @param leg number of the leg under way
 * @param moment where that leg stands
 * @param ensembles all, in the order in which they were started
 */
record SavedPoint(int leg, Moment moment, List<Ensemble> ensembles) {
    private static final String LEG = "leg";
    private static final String ENSEMBLE = "ensemble";
    private static final int VERSION = 1;

    SavedPoint {
        ensembles = List.copyOf(ensembles);
    }

    /**
     * Where a leg stands.
     *
     * @param next the observation time that comes, or that is being observed
     * @param probe the observable whose side runs are under way; -1 for none
     * @param sideRuns the saves of their steppers
     */
    record Moment(int next, int probe, List<byte[]> sideRuns) {}

    /**
     * One ensemble.
     *
     * @param changes how often its dynamics was changed
     * @param offset when it last was
     * @param time of the run at which it is
     * @param retired gradients of steppers that are over
     * @param observed whether observables watch it
     * @param replicas its replicas
     * @param branches their copies in fields
     * @param probes the saves of its observables
     */
    record Ensemble(
            int changes,
            double offset,
            double time,
            long retired,
            boolean observed,
            List<Replica> replicas,
            List<Branch> branches,
            List<byte[]> probes) {}

    /** One replica: its own time, its state x[N], the save of its stepper. */
    record Replica(double time, double[] x, byte[] stepper) {}

    /** One copy of a replica in a field h[N] since an age's birth. */
    record Branch(long age, int probe, int field, int replica, double[] h, double[] x, byte[] stepper) {}

    /** As a checkpoint holds it. */
    byte[] bytes() {
        List<Section> sections = new ArrayList<>();
        Packed.Writer out = new Packed.Writer().put(leg).put(moment.next).put(moment.probe);
        put(out, moment.sideRuns);
        sections.add(new Section(LEG, VERSION, out.bytes()));
        for (Ensemble one : ensembles) sections.add(new Section(ENSEMBLE, VERSION, bytes(one)));
        return Sections.bytes(sections);
    }

    private static byte[] bytes(Ensemble one) {
        Packed.Writer out = new Packed.Writer()
                .put(one.changes)
                .put(one.offset)
                .put(one.time)
                .put(one.retired)
                .put(one.observed ? 1 : 0);
        out.put(one.replicas.size());
        for (Replica replica : one.replicas) {
            out.put(replica.time);
            put(out, replica.x);
            out.put(replica.stepper);
        }
        out.put(one.branches.size());
        for (Branch b : one.branches) {
            out.put(b.age).put(b.probe).put(b.field).put(b.replica);
            put(out, b.h);
            put(out, b.x);
            out.put(b.stepper);
        }
        put(out, one.probes);
        return out.bytes();
    }

    /**
     * Reads it back.
     *
     * @throws PointFailure where another version wrote it, which is named
     */
    static SavedPoint read(byte[] state) {
        try {
            Sections sections = Sections.read(state);
            Packed.Reader in = sections.one(LEG, VERSION).open();
            int leg = in.readInt();
            Moment moment = new Moment(in.readInt(), in.readInt(), saves(in));
            List<Ensemble> ensembles = new ArrayList<>();
            for (Section one : sections.all(ENSEMBLE, VERSION)) ensembles.add(ensemble(one.open()));
            return new SavedPoint(leg, moment, ensembles);
        } catch (Sections.OtherVersion other) {
            throw new PointFailure("it was interrupted under another version of rugged (" + other.getMessage()
                    + "): the next session begins it anew");
        }
    }

    private static Ensemble ensemble(Packed.Reader in) {
        int changes = in.readInt();
        double offset = in.readDouble();
        double time = in.readDouble();
        long retired = in.readLong();
        boolean observed = in.readInt() == 1;
        List<Replica> replicas = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--)
            replicas.add(new Replica(in.readDouble(), numbers(in), in.readBytes()));
        List<Branch> branches = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--)
            branches.add(new Branch(
                    in.readLong(), in.readInt(), in.readInt(), in.readInt(), numbers(in), numbers(in), in.readBytes()));
        return new Ensemble(changes, offset, time, retired, observed, replicas, branches, saves(in));
    }

    private static void put(Packed.Writer out, double[] numbers) {
        out.put(numbers.length);
        for (double number : numbers) out.put(number);
    }

    private static double[] numbers(Packed.Reader in) {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = in.readDouble();
        return numbers;
    }

    private static void put(Packed.Writer out, List<byte[]> saves) {
        out.put(saves.size());
        for (byte[] save : saves) out.put(save);
    }

    private static List<byte[]> saves(Packed.Reader in) {
        List<byte[]> saves = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) saves.add(in.readBytes());
        return saves;
    }
}
