package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.array.ArrayLog;
import rugged.store.point.PointRecord;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.JsonBody;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.shape.run.MomentsReply;
import rugged.web.shape.run.MomentsReply.ArrayMoments;
import rugged.web.shape.run.MomentsReply.MomentFrame;

/** What a point has recorded as arrays, while it grows as well: {@code /api/runs/{id}/moments}, when; {@code /api/runs/{id}/array}, the numbers of one moment. */
public final class ArraysResource implements Resource {
    private static final int MOST = 4 << 20; // bytes of a reply
    private static final int MOST_MOMENTS = 100_000;

    private final Laboratory laboratory;

    /** @param laboratory the workspace */
    public ArraysResource(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/moments", laboratory.drawing().of(this::moments));
        routes.get("/api/runs/{id}/array", laboratory.drawing().of(this::array));
    }

    private void moments(Context context) {
        Known run = RunResource.run(laboratory, context);
        String point = point(run, context);
        boolean growing = run.folder().growing();
        PointRecord record = new PointRecord(run.folder().point(point));
        List<ArrayMoments> arrays = new ArrayList<>();
        for (Quantity quantity : run.folder().quantities()) {
            if (!quantity.hasExtents()) continue;
            List<MomentFrame> frames = new ArrayList<>();
            record.arrays(quantity.name(), growing, k -> false, frame -> {
                if (frames.size() < MOST_MOMENTS)
                    frames.add(new MomentFrame(frame.replica(), frame.axes(), frame.shape()));
            });
            if (!frames.isEmpty())
                arrays.add(new ArrayMoments(quantity.name(), quantity.symbol(), quantity.axes(), frames));
        }
        Answers.json(context, new MomentsReply(point, run.version(), arrays));
    }

    /** The key of a point that the run has. */
    static String point(Known run, Context context) {
        String key = Parameters.text(context, "point");
        boolean known = run.folder().agenda().map(Agenda::points).orElse(List.of()).stream()
                .anyMatch(entry -> entry.key().equals(key));
        if (!known) throw Refusal.missing("the run has no such point");
        return key;
    }

    /** A header of JSON, padded to a multiple of four bytes and preceded by its length, then float32 in little-endian order. */
    private void array(Context context) {
        Known run = RunResource.run(laboratory, context);
        String point = point(run, context);
        String name = Parameters.text(context, "name");
        boolean recorded = run.folder().quantities().stream()
                .anyMatch(quantity -> quantity.hasExtents() && quantity.name().equals(name));
        if (!recorded) throw Refusal.missing("the run has no such array");
        int wanted = Parameters.whole(context, "frame", 0, 0, MOST_MOMENTS);
        List<ArrayLog.Frame> found = new ArrayList<>();
        int[] seen = {0};
        new PointRecord(run.folder().point(point)).arrays(name, run.folder().growing(), k -> k == wanted, frame -> {
            if (seen[0]++ == wanted) found.add(frame);
        });
        if (found.isEmpty()) throw Refusal.missing("the array has no such moment");
        context.contentType("application/octet-stream").result(floats(name, wanted, seen[0], found.getFirst()));
    }

    private record Header(
            String name, String kind, List<Integer> shape, int frames, int from, int to, int replica, double[] at) {}

    private static byte[] floats(String name, int k, int frames, ArrayLog.Frame frame) {
        int count = frame.values().length;
        if ((long) Float.BYTES * count > MOST) throw Refusal.of(413, "this array is larger than 4 MiB");
        byte[] head = JsonBody.of(
                new Header(name, "quantity", frame.shape(), frames, k, k + 1, frame.replica(), frame.axes()));
        int padded = (head.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + padded + Float.BYTES * count)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(padded).put(head);
        while (out.position() < Integer.BYTES + padded) out.put((byte) ' ');
        for (double value : frame.values()) out.putFloat((float) value);
        return out.array();
    }
}
