package rugged.landscape.rules;

import java.util.List;

/**
 * What a committee is built from.
 *
 * @param n inputs
 * @param teachers hidden units of the teacher
 * @param lengths squared lengths of the student's units at the start
 * @param shift what the first of them has of the teacher's first
 * @param seed of the teacher
 */
record CommitteeSetting(int n, int teachers, List<Double> lengths, double shift, long seed) {}
