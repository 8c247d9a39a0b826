package rugged.web.shape.run;

/**
 * A run in the trash.
 *
 * @param id its name there
 * @param folder the name that it had, and will have again
 * @param study name of the study
 * @param size quick, laptop or paper; empty when it cannot be read
 * @param seed first seed
 * @param status as it was left
 * @param note what the user wrote about it
 * @param age seconds since it was thrown away
 * @param left seconds until it is gone
 */
public record TrashItem(
        String id,
        String folder,
        String study,
        String size,
        long seed,
        String status,
        String note,
        double age,
        double left) {}
