package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.Refusal;
import rugged.web.runs.KernelRates;
import rugged.web.shape.run.Event;

/** {@code /api/machine/kernels}: what the kernels reach on this machine; measuring it. */
public final class KernelResource implements Resource {
    private final Laboratory laboratory;
    private final KernelRates rates;

    /**
     * @param laboratory the workspace
     * @param events told when a measurement ended
     */
    public KernelResource(Laboratory laboratory, Events events) {
        this.laboratory = laboratory;
        this.rates = new KernelRates(
                laboratory.serving().root().resolve(".rugged"),
                laboratory.provenance(),
                KernelRates.standard(laboratory.catalogue()),
                () -> events.tell(Event.machine()));
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/machine/kernels", context -> Answers.json(context, rates.last()));
        routes.post("/api/machine/kernels", this::measure);
    }

    private void measure(Context context) {
        if (!laboratory.runQueue().order().isEmpty())
            throw Refusal.of(409, "a run is at work: the rates would be those of a busy machine");
        context.status(rates.begin() ? 202 : 200);
        Answers.json(context, rates.last());
    }
}
