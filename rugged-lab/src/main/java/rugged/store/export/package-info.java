/** Results in the formats of others: CSV, Parquet, HDF5, .npy. */
@NullMarked
package rugged.store.export;

import org.jspecify.annotations.NullMarked;
