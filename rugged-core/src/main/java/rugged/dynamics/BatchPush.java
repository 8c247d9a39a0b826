package rugged.dynamics;

import rugged.num.Packed;

/** A {@link Direction} with the batches that it draws. */
record BatchPush(BatchGradients gradients, Direction direction) implements Push {
    @Override
    public double push(double[] x, double[] g) {
        return direction.along(x, gradients, g);
    }

    @Override
    public long patterns() {
        return gradients.patterns();
    }

    @Override
    public void save(Packed.Writer out) {
        direction.save(out);
        gradients.save(out);
    }

    @Override
    public void load(Packed.Reader in) {
        direction.load(in);
        gradients.load(in);
    }
}
