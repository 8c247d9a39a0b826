package rugged.observable.array;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Model;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * The particles as they are, for programs that draw them: a row for each with the columns x, y, z, angle, longer and shorter semi-axis, contacts with others that bear load (0: a rattler); places are
 * taken back into the box, z and the angle are 0 where there is none. Beside it the sides of the box, 0 where space is open. {@code rugged export --format xyz} makes files of them that OVITO and
 * ASE read. 56 N bytes a time and replica on disk.
 */
@Named(
        value = "particles",
        title = "Particles",
        doc = "Places, sizes, angles and contacts of all particles and the box, as arrays; exported as extended XYZ.",
        topics = {"one time", "arrays", "jamming"})
public record Particles(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    private static final int COLUMNS = Quantities.PARTICLE_COLUMNS;

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.PARTICLES, Quantities.BOX);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PARTICLES);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        // at least two coordinates a particle
        return COLUMNS * landscape.knownDimension() / 2.0 / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        ParticleLandscape landscape = (ParticleLandscape) model;
        return TimedProbe.every(every, (now, out) -> {
            double[] box = new double[3];
            System.arraycopy(landscape.box(), 0, box, 0, landscape.box().length);
            for (int r = 0; r < now.replicas(); r++) {
                NamedArray rows = NamedArray.matrix("particle", "column", rows(landscape, now.state(r)));
                out.put(Quantities.PARTICLES, r, rows, now.time());
                out.put(Quantities.BOX, r, NamedArray.vector("axis", box), now.time());
            }
        });
    }

    static double[][] rows(ParticleLandscape landscape, double[] x) {
        int coordinates = landscape.coordinatesOfBody();
        int space = landscape.space();
        double[] box = landscape.box();
        int[] contacts = landscape.contactsOf(x);
        double[][] rows = new double[x.length / coordinates][COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < space; a++) {
                double place = x[i * coordinates + a];
                rows[i][a] = box.length == 0 ? place : place - box[a] * Math.floor(place / box[a]);
            }
            if (coordinates > space) rows[i][3] = x[i * coordinates + space];
            double[] axes = landscape.semiAxes(i);
            rows[i][4] = axes[0];
            rows[i][5] = axes[1];
            rows[i][6] = contacts[i];
        }
        return rows;
    }
}
