/** Analyses of recorded arrays: histograms, means, exponents of tails. */
@org.jspecify.annotations.NullMarked
package rugged.analysis.array;
