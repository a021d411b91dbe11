/** Benchmarks, run by hand: see {@code docs/benchmarks/run}. */
@NullMarked
package org.emotitune.benchmark;

import org.jspecify.annotations.NullMarked;
