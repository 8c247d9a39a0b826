package rugged.compose.search;

import java.util.ArrayList;
import java.util.List;
import rugged.num.Packed;

/** Lists of stationary points in the form in which a task hands them over. */
public final class Stationaries {
    private Stationaries() {}

    /** Packs them. */
    public static byte[] bytes(List<Stationary> points) {
        Packed.Writer out = new Packed.Writer().put(points.size());
        for (Stationary point : points) point.write(out);
        return out.bytes();
    }

    /** Unpacks them. */
    public static List<Stationary> read(byte[] bytes) {
        Packed.Reader in = new Packed.Reader(bytes);
        List<Stationary> points = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) points.add(Stationary.read(in));
        return points;
    }
}
