package rugged.store.table;

import java.util.Map;

/**
 * One quantity of one group of points, by place.
 *
 * @param group its parameters
 * @param quantity its name
 * @param places where, in order of first appearance
 * @param values means or medians
 * @param errors standard errors
 * @param counts points behind each
 */
record GroupValues(
        Map<String, String> group, String quantity, Places places, double[] values, double[] errors, int[] counts) {}
