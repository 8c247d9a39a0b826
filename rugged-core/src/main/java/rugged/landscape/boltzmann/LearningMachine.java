package rugged.landscape.boltzmann;

import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.contrast.BoltzmannMachine;
import rugged.api.contrast.Contrast;
import rugged.api.model.Batch;
import rugged.api.model.Supervised.Part;
import rugged.num.boltzmann.BitChains;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.UnitValues;

/** The built {@link BoltzmannLearning}: forks share the examples. */
final class LearningMachine implements BoltzmannMachine {
    private final LearningSetting setting;
    private final BitMachine machine;
    private final UnitValues units;
    private final BitExamples data;
    private final Energies energies;
    private final double[] y;
    private final Batch all;

    LearningMachine(LearningSetting setting, BitExamples data) {
        this(setting, data, everything(data.patterns()));
    }

    private LearningMachine(LearningSetting setting, BitExamples data, Batch all) {
        this.setting = setting;
        this.data = data;
        this.all = all;
        machine = new BitMachine(data.width(), setting.hidden());
        units = setting.units();
        energies = Energies.of(setting.objective(), machine);
        y = new double[machine.size()];
    }

    private static Batch everything(int patterns) {
        int[] index = new int[patterns];
        for (int k = 0; k < patterns; k++) index[k] = k;
        return new Batch(index, 0, patterns);
    }

    @Override
    public LearningMachine fork() {
        return new LearningMachine(setting, data, all);
    }

    @Override
    public int dimension() {
        return machine.size();
    }

    /** A mean over examples is intensive. */
    @Override
    public double extent() {
        return 1.0;
    }

    @Override
    public double rounding() {
        return 1e-13;
    }

    @Override
    public int patterns() {
        return data.patterns();
    }

    @Override
    public BitMachine machine() {
        return machine;
    }

    @Override
    public double spinScale() {
        return units.spinScale();
    }

    @Override
    public byte[] examples(Part part) {
        return part == Part.TRAIN ? data.training() : data.test();
    }

    @Override
    public List<Integer> shape() {
        return data.shape();
    }

    @Override
    public void bits(double[] x, double[] into) {
        units.toBits(machine, x, into);
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        java.util.Arrays.fill(x, 0.0);
        for (int k = 0; k < machine.a(); k++) x[k] = setting.scale() * random.nextGaussian();
        if (!setting.fromData()) return;
        double half = units == UnitValues.SPINS ? 0.5 : 1.0;
        for (int i = 0; i < machine.visible(); i++) x[machine.a() + i] = half * data.odds(i);
    }

    private void go(double[] x) {
        units.toBits(machine, x, y);
        energies.at(y);
    }

    @Override
    public double energy(double[] x) {
        go(x);
        double sum = 0.0;
        for (int mu = 0; mu < patterns(); mu++) sum += energies.of(data.training(), mu * machine.visible());
        return sum / patterns() + energies.shared();
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        go(x);
        for (int mu = 0; mu < e.length; mu++)
            e[mu] = energies.of(data.training(), mu * machine.visible()) + energies.shared();
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        return energyAndGradient(x, all, g);
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        go(x);
        double energy = energies.gradient(data.training(), batch, g);
        units.pullBack(machine, g);
        return energy;
    }

    @Override
    public Contrast contrast(int examples, int chains) {
        return new MachineContrast(
                machine, units, data.training(), BitChains.of(machine, examples, chains, setting.single()));
    }
}
