package rugged.compose;

import java.util.random.RandomGenerator;
import rugged.api.contrast.Contrast;
import rugged.api.contrast.Contrasted;
import rugged.api.model.Batch;

/** Parameters that learn by contrast, in a field: the contrast less h. */
record ContrastInField(Contrasted base, Tilted tilted) implements Contrasted, InField {
    @Override
    public int patterns() {
        return base.patterns();
    }

    @Override
    public Contrast contrast(int examples, int chains) {
        return new Phases(base.contrast(examples, chains), tilted.field());
    }

    @Override
    public Contrasted fork() {
        Contrasted fork = base.fork();
        return new ContrastInField(fork, new Tilted(fork, tilted.field()));
    }

    private record Phases(Contrast base, double[] h) implements Contrast {
        @Override
        public void at(double[] x) {
            base.at(x);
        }

        @Override
        public void clamp(Batch batch) {
            base.clamp(batch);
        }

        @Override
        public void follow() {
            base.follow();
        }

        @Override
        public void sweep(int chains, double[] beta, int sweeps, RandomGenerator random) {
            base.sweep(chains, beta, sweeps, random);
        }

        @Override
        public void weights(int chains, double[] beta, double[] f) {
            base.weights(chains, beta, f);
        }

        @Override
        public void exchange(int chain, int other) {
            base.exchange(chain, other);
        }

        @Override
        public void gradient(int chains, double[] g) {
            base.gradient(chains, g);
            for (int i = 0; i < g.length; i++) g[i] -= h[i];
        }

        @Override
        public int width() {
            return base.width();
        }

        @Override
        public void state(int chain, double[] v) {
            base.state(chain, v);
        }

        @Override
        public void place(int chain, double[] v) {
            base.place(chain, v);
        }
    }
}
