package rugged.web.shape;

/**
 * Where to fetch it, once, within a minute.
 *
 * @param url path and query
 */
public record TicketReply(String url) {}
