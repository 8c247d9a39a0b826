package rugged.web.api;

import java.util.List;
import java.util.Map;
import rugged.store.RunFolder;
import rugged.study.Plan;
import rugged.web.runs.Known;
import rugged.web.shape.run.RunItem;

/** A run that waits for its turn and has nothing in its folder yet. */
final class Waiting {
    private Waiting() {}

    static RunItem item(String id, Plan plan, RunFolder folder) {
        return new RunItem(
                id,
                plan.study(),
                plan.about().title(),
                plan.size(),
                plan.seeds().isEmpty() ? 0 : plan.seeds().getFirst(),
                Known.QUEUED,
                "",
                folder.directory().toString(),
                "",
                "",
                0,
                0,
                0,
                0,
                plan.estimate().evaluations(),
                "gradients",
                null,
                plan.estimate().seconds().likely(),
                0,
                0,
                (int) plan.estimate().points(),
                "",
                0,
                0,
                0,
                null,
                "",
                List.of(),
                false,
                Map.of(),
                "queued");
    }
}
