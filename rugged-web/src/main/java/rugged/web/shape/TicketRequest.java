package rugged.web.shape;

/**
 * A download.
 *
 * @param path path and query below {@code /api/}
 */
public record TicketRequest(String path) {}
