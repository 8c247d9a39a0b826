package rugged.web.shape;

import java.util.List;
import rugged.study.Listing;

/**
 * Studies that satisfy a filter, one page of them, with the counts of all facets.
 *
 * @param total how many there are
 * @param page which page, from 1
 * @param size studies on a page
 * @param items the studies of this page
 * @param facets counts: what one would get with the other facets as they are
 */
public record CataloguePage(int total, int page, int size, List<StudyItem> items, List<Listing.Facet> facets) {}
