package rugged.web.shape.run;

import java.util.List;

/**
 * What lies in the trash.
 *
 * @param items the runs, the last thrown away first
 * @param days how long they stay there
 */
public record TrashPage(List<TrashItem> items, int days) {}
